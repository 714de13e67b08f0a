// Package reading says how Chinese names are read, in pinyin without tones: a place is
// found by typing its syllables or their initials. It knows characters and the names of
// places, and no page: the index asks it, and the index's script spells as it does.
//
// Begin reading at Of; Counts and Letters say the same of many names in less.
package reading

import (
	"strings"
	"unicode"
)

// Characters that place names read otherwise than running text does. characters.txt
// knows a character's readings, not which one a place has.
var placeReadings = map[string]string{
	"重庆": "chong qing", "长沙": "chang sha", "长春": "chang chun", "长治": "chang zhi", "长子": "zhang zi", "西藏": "xi zang", "厦门": "xia men",
	"蚌埠": "beng bu", "六安": "lu an", "六合": "lu he", "亳州": "bo zhou", "台州": "tai zhou", "天台": "tian tai", "丽水": "li shui", "乐清": "yue qing", "乐山": "le shan",
	"乐亭": "lao ting", "乐陵": "lao ling", "乐都": "le du", "东阿": "dong e", "番禺": "pan yu", "铅山": "yan shan", "单县": "shan xian", "浚县": "xun xian",
	"洪洞": "hong tong", "尉犁": "yu li", "大埔": "da bu", "黄陂": "huang pi", "莘县": "shen xian", "牟平": "mu ping", "中牟": "zhong mu", "蔚县": "yu xian",
	"井陉": "jing xing", "繁峙": "fan shi", "曲阜": "qu fu", "曲靖": "qu jing", "朝阳": "chao yang", "歙县": "she xian", "都匀": "du yun", "都安": "du an", "成都": "cheng du",
	"大城": "dai cheng", "筠连": "jun lian", "犍为": "qian wei", "什邡": "shi fang", "漯河": "luo he", "泌阳": "bi yang", "柏乡": "bai xiang", "宿州": "su zhou",
	"宿迁": "su qian", "宿松": "su song", "阿坝": "a ba", "阿拉善": "a la shan", "阿克苏": "a ke su", "阿勒泰": "a le tai", "巴彦淖尔": "ba yan nao er", "会理": "hui li", "会稽": "kuai ji",
	"句容": "ju rong", "盱眙": "xu yi", "邗江": "han jiang", "甪直": "lu zhi", "台儿庄": "tai er zhuang", "任丘": "ren qiu", "费县": "fei xian",
	"郯城": "tan cheng", "莒县": "ju xian", "长岛": "chang dao", "涡阳": "guo yang", "砀山": "dang shan", "枞阳": "zong yang", "黟县": "yi xian", "休宁": "xiu ning",
	"鄱阳": "po yang", "弋阳": "yi yang", "婺源": "wu yuan", "万载": "wan zai", "石首": "shi shou", "监利": "jian li", "秭归": "zi gui", "郧西": "yun xi",
	"耒阳": "lei yang", "郴州": "chen zhou", "汨罗": "mi luo", "沅陵": "yuan ling", "东莞": "dong guan", "深圳": "shen zhen", "吴川": "wu chuan", "百色": "bai se",
	"儋州": "dan zhou", "涪陵": "fu ling", "綦江": "qi jiang", "北碚": "bei bei", "荥经": "ying jing", "荥阳": "xing yang", "郫都": "pi du", "射洪": "she hong", "康定": "kang ding",
	"勐海": "meng hai", "勐腊": "meng la", "涝河": "lao he", "吴堡": "wu bu", "华阴": "hua yin", "华县": "hua xian", "鄠邑": "hu yi", "盩厔": "zhou zhi", "周至": "zhou zhi", "郃阳": "he yang", "合阳": "he yang",
	"宕昌": "tan chang", "张掖": "zhang ye", "伽师": "jia shi", "喀什": "ka shi", "和硕": "he shuo", "于田": "yu tian", "解州": "hai zhou", "隰县": "xi xian", "绛县": "jiang xian",
	"尚志": "shang zhi", "桦甸": "hua dian", "珲春": "hun chun", "抚远": "fu yuan", "瓦房店": "wa fang dian", "阜新": "fu xin", "喀喇沁": "ka la qin", "科尔沁": "ke er qin", "行唐": "xing tang",
	"藁城": "gao cheng", "磁县": "ci xian", "涉县": "she xian", "蠡县": "li xian", "鄚州": "mao zhou", "滦州": "luan zhou", "区": "qu", "县": "xian", "本级": "ben ji", "朝鲜": "chao xian", "厦": "xia", "系": "xi", "行": "xing", "长": "chang",
}

// Of returns how each character of a name is read, the known place names in
// it first, without tones; ü is written v, as it is typed. Other letters and
// figures are read as they are, and what nobody types is empty.
func Of(name string) []string {
	letters := []rune(name)
	syllables := make([]string, len(letters))
	for i := 0; i < len(letters); {
		if known, length := longest(letters[i:]); length > 0 {
			i += copy(syllables[i:], strings.Fields(known))
			continue
		}
		if unicode.Is(unicode.Han, letters[i]) {
			syllables[i] = usual(letters[i])
		} else {
			syllables[i] = typed(letters[i])
		}
		i++
	}
	return syllables
}

// typed is how a letter or figure of a keyboard is typed; any other is not.
func typed(letter rune) string {
	if letter < unicode.MaxASCII && (unicode.IsLetter(letter) || unicode.IsDigit(letter)) {
		return strings.ToLower(string(letter))
	}
	return ""
}

// longest finds the longest known name at the beginning of letters.
func longest(letters []rune) (reading string, length int) {
	for n := min(4, len(letters)); n > 0; n-- {
		if known, ok := placeReadings[string(letters[:n])]; ok {
			return known, n
		}
	}
	return "", 0
}
