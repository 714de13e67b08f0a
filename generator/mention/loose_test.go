package mention

import "testing"

// Short and colloquial times are found where the words behind them say so, and
// the same figures are left alone where they count or measure.
func TestLooseTimes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"5.10—5.13暂停", "5.10=2022-05-10 year? opens loose | 5.13=2022-05-13 year? closes loose"},
		{"5/10起", "5/10=2022-05-10 year? loose"},
		{"5.10恢复", "5.10=2022-05-10 year? loose"},
		{"5.10 8:00恢复", "5.10 8:00=2022-05-10T08:00 year? loose"},
		{"24.5.10起", "24.5.10=2024-05-10 loose"},
		{"5.10-5.13停水", "5.10=2022-05-10 year? opens loose | 5.13=2022-05-13 year? closes loose"},
		{"5/10 ~ 5/13停水", "5/10=2022-05-10 year? opens loose | 5/13=2022-05-13 year? closes loose"},
		{"5.10、5.11暂停", "5.10=2022-05-10 year? loose | 5.11=2022-05-11 year? loose"},
		{"5.10早上", "5.10=2022-05-10 year? loose"},
		{"5.10（周二）起", "5.10（周二）=2022-05-10 year? loose w2"},
		{"十号恢复", "十号=2021-12-10 year? loose"},
		{"礼拜五前", "礼拜五=? year? loose w5"},
		{"11/3号早上", "11/3号=2021-11-03 year?"},
		{"12月25起", "12月25=2021-12-25 year? loose"},
		{"10日恢复", "10日=2021-12-10 year? loose"},
		{"10日前办理", "10日=2021-12-10 year? loose"},
		{"10日晚恢复", "10日=2021-12-10 year? loose"},
		{"10号至13号", "10号=2021-12-10 year? opens loose | 13号=2021-12-13 year? closes loose"},
		{"10-13日恢复", "10=2021-12-10 year? opens loose | 13日=2021-12-13 year? closes loose"},
		{"10日至", "10日=2021-12-10 year? loose"},
		{"24点恢复", "24点=? loose"},
		{"8点至12点暂停", "8点=? opens | 12点=? closes"},
		{"周五恢复", "周五=? year? loose w5"},
		{"下周一起", "下周一=? year? loose w1"},
		{"周五晚上恢复", "周五=? year? loose w5"},
		{"周五至周日暂停", "周五=? year? opens loose w5 | 周日=? year? closes loose w7"},
		{"明日恢复", "明日=? year? loose"},
		{"今晚起暂停", "今晚=? year? loose"},
		{"节后恢复", "节后=? year? loose"},
		{"国庆期间暂停", "国庆=? year? loose"},
		{"月底前恢复", "月底=? year? loose"},

		// Radicals and other twins are seen through.
		{"5⽉10⽇起", "5⽉10⽇=2022-05-10 year?"},
		{"自5⽉10⽇8时⾄5月12日", "5⽉10⽇8时=2022-05-10T08:00 year? opens | 5月12日=2022-05-12 year? closes"},
		{"㋄㏩恢复", "㋄㏩=2022-05-10 year?"},
		{"𝟓月𝟏𝟎日", "𝟓月𝟏𝟎日=2022-05-10 year?"},

		// What is no time.
		{"1.5倍起", ""}, {"1.5—2.5倍", ""}, {"从1.5元至2.5元", ""}, {"5.10版上线", ""}, {"1/2恢复", "1/2=2022-01-02 year? loose"}, {"192.168.5.10恢复", ""},
		{"0.5、1.5元", ""}, {"3日后恢复", ""}, {"期满10日前", ""}, {"提前3日恢复", ""}, {"第10日起", ""}, {"每周五暂停", ""}, {"周一至周五上午9:00—11:30", "周五上午9:00=recurs opens w5 | 11:30=? closes"},
		{"节约用水", ""}, {"明日之星", ""}, {"五一路停水", ""}, {"国庆路恢复", ""}, {"年底", ""}, {"5.10", ""}, {"见5.10节", ""}, {"3.1.2起", ""}, {"8点要求", ""},
		{"2022年1月2日（周六起", "2022年1月2日=2022-01-02"},
	} {
		if got := found(c.text, issued); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
