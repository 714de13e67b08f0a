package html

// What is known of calendars, by device. Each line has its source: what nobody has
// described is not promised.
//
//   - Apple: .ics over https offers to add or to subscribe (iOS 18.3,
//     python-ical-timetable#10, read 2026-08).
//   - Xiaomi: import from an address (facts of earlier issues, 2025).
//   - Huawei, Honor: EMUI and HarmonyOS 2 to 4 import files, as most Android derivatives
//     not several events at once (Etar-Calendar#1166); one README says that subscribing
//     works, untested (zwjdujin/rili-tongbu, 2026). HarmonyOS NEXT had no .ics in 2024-09
//     (nju-schedule-ics#10). Nothing solid on Honor's own.
//   - OPPO: importing failed on Android 16 (TokenTeam/iwut#23, 2026-06). vivo: nothing solid.
//   - TickTick (滴答清单) subscribes to https addresses (logseq-plugin-agenda's docs,
//     siyuan-steve-tools#8): the way that is left on any phone.
//   - Feishu gives its calendars out by CalDAV and takes accounts of Google, Outlook,
//     Exchange (open-source-best-practice#76, python-ical-timetable#9); no field for an
//     address in its docs. DingTalk, WeCom: nothing solid, 2026-09.
//   - deepin and UOS import files since 5.11 (dde-calendar#158, 2023-08); webcal was asked
//     for and closed without an answer (dde-calendar#35).

func chineseDevices() []device {
	return []device{
		{"苹果手机、平板、电脑", []string{"点“在日历中订阅”，按提示确认。", "如果没有反应：设置 → 日历 → 账户 → 添加账户 → 其他 → 添加已订阅的日历，粘贴复制的链接。"}},
		{"小米手机", []string{"日历 → 设置 → 日程导入 → URL导入，粘贴复制的链接。"}},
		{"华为、荣耀手机", []string{"日历里若有“订阅”，粘贴复制的链接；没有的，可打开单项的日历文件导入，一次一项，时间变更时不会自动更新，请留意本站。", "鸿蒙5及以上系统可能打不开日历文件，请用下面“任何手机都可用”的办法。"}},
		{"OPPO、vivo 手机", []string{"自带日历没有可靠的订阅办法，导入文件也可能失败，请用下面“任何手机都可用”的办法。"}},
		{"任何手机都可用", []string{"装有滴答清单、Outlook 等能订阅网址的日历软件的，在其“订阅日历”里粘贴复制的链接。", "不装软件的，收藏本页，临近办理时打开看。"}},
		{"微信", []string{"微信里打不开日历。请点“复制链接”，到手机日历里粘贴；或点右上角菜单，用浏览器打开本页。"}},
		{"钉钉、企业微信", []string{"目前没有订阅外部日历网址的办法。可把本页或通告的链接发到群里；链接内容会随修订更新。"}},
		{"飞书", []string{"飞书日历不能直接订阅网址，但可绑定 Outlook、Google 日历账户：先在那里订阅，再到飞书里绑定账户。"}},
		{"Outlook", []string{"日历 → 添加日历 → 从 Internet 订阅，粘贴复制的链接。"}},
		{"Google 日历", []string{"在电脑上：其他日历 → ＋ → 通过网址添加，粘贴复制的链接。"}},
		{"统信、深度桌面", []string{"日历 5.11 及以上可导入日历文件；不能订阅，时间变更后请重新导入。"}},
	}
}

func traditionalDevices() []device {
	return []device{
		{"蘋果手機、平板、電腦", []string{"點“在日曆中訂閱”，按提示確認。", "如果沒有反應：設定 → 日曆 → 帳戶 → 加入帳戶 → 其他 → 加入已訂閱的日曆，貼上複製的連結。"}},
		{"小米手機", []string{"日曆 → 設置 → 日程導入 → URL導入，貼上複製的連結。"}},
		{"華為、榮耀手機", []string{"日曆裡若有“訂閱”，貼上複製的連結；沒有的，可打開單項的日曆檔匯入，一次一項，時間變更時不會自動更新，請留意本站。", "鴻蒙5及以上系統可能打不開日曆檔，請用下面“任何手機都可用”的辦法。"}},
		{"OPPO、vivo 手機", []string{"自帶日曆沒有可靠的訂閱辦法，匯入檔案也可能失敗，請用下面“任何手機都可用”的辦法。"}},
		{"任何手機都可用", []string{"裝有滴答清單、Outlook 等能訂閱網址的日曆軟件的，在其“訂閱日曆”裡貼上複製的連結。", "不裝軟件的，收藏本頁，臨近辦理時打開看。"}},
		{"微信", []string{"微信裡打不開日曆。請點“複製連結”，到手機日曆裡貼上；或點右上角選單，用瀏覽器打開本頁。"}},
		{"釘釘、企業微信", []string{"目前沒有訂閱外部日曆網址的辦法。可把本頁或通告的連結發到群裡；連結內容會隨修訂更新。"}},
		{"飛書", []string{"飛書日曆不能直接訂閱網址，但可綁定 Outlook、Google 日曆帳戶：先在那裡訂閱，再到飛書裡綁定帳戶。"}},
		{"Outlook", []string{"日曆 → 新增日曆 → 從 Internet 訂閱，貼上複製的連結。"}},
		{"Google 日曆", []string{"在電腦上：其他日曆 → ＋ → 透過網址新增，貼上複製的連結。"}},
		{"統信、深度桌面", []string{"日曆 5.11 及以上可匯入日曆檔；不能訂閱，時間變更後請重新匯入。"}},
	}
}

func englishDevices() []device {
	return []device{
		{"iPhone, iPad, Mac", []string{"Tap “Subscribe in calendar” and confirm.", "If nothing happens: Settings → Calendar → Accounts → Add Account → Other → Add Subscribed Calendar, and paste the copied link."}},
		{"Xiaomi phones", []string{"Calendar → Settings → Import → From URL, and paste the copied link."}},
		{"Huawei and Honor phones", []string{"If the calendar can subscribe, paste the copied link there; else import the calendar file of a single date, one at a time. It will not update itself, so keep an eye on this site.", "HarmonyOS 5 and later may not open calendar files: see “Any phone” below."}},
		{"OPPO and vivo phones", []string{"No reliable way to subscribe is known, and importing files may fail: see “Any phone” below."}},
		{"Any phone", []string{"In an app that subscribes to addresses, such as TickTick or Outlook, paste the copied link.", "Without an app: keep a bookmark to this page and look before you go."}},
		{"WeChat", []string{"WeChat cannot open calendars. Copy the link and paste it in the phone's calendar, or open this page in a browser from the menu."}},
		{"DingTalk, WeCom", []string{"They cannot subscribe to an address. Post the link to this page or to the notice: what it shows follows every revision."}},
		{"Feishu (Lark)", []string{"It takes no address, but accounts of Outlook and Google Calendar: subscribe there, then add the account."}},
		{"Outlook", []string{"Calendar → Add calendar → Subscribe from web, and paste the copied link."}},
		{"Google Calendar", []string{"On a computer: Other calendars → + → From URL, and paste the copied link."}},
		{"deepin, UOS", []string{"Calendar 5.11 and later import calendar files. They do not subscribe: import again after a change."}},
	}
}
