package catalog

// forms is what the pages say on which a site is changed, besides the words that stand in
// them.
var forms = []entry{
	{"", "[[%s]] stands in the file several times: change it there", "[[%s]] 在文件里有好几处，请直接在文件里修改"},
	{"", "this is not allowed here: open the page anew and try again", "这一请求没有通过核验：请重新打开页面再试"},
	{"", "nothing is written yet: mend what is marked", "还没有写入：请先改正标出的内容"},
	{"", "%s cannot be a name: small Latin letters, figures and hyphens", "“%s”不能作名称：只能用小写英文字母、数字和连字符，以字母开头（通告可以年份开头，如 2026-upgrade）"},
	{"", "write the region's name", "请填写地区名称"},
	{"", "begin the region %s", "新建地区：%s"},
	{"", "change the settings of the site", "修改本站设置"},
	{"", "choose the region; while the site has errors none can be chosen", "请选择地区；网站有错误时不能选择，先把错误改正"},
	{"", "the day %s %w", "日期 %s %w"},
	{"", "begin the notice %s", "新建通告：%s"},
	{"", "read %s: %w", "读取 %s：%w"},
	{"", "the file holds no notice", "文件里没有通告"},
	{"", "the site has errors: mend them first, then facts can be changed", "网站有错误：先改正，再修改时间节点"},
	{"", "correct %s", "更正 %s"},
	{"", "add %s", "添加 %s"},
	{"", "change the head of the notice", "修改标题和日期"},
	{"", "write the reason: readers see it beside the new time", "请填写原因：它与新的时间一起公布"},
	{"", "the site has errors: mend them first, then times can be moved", "网站有错误：先改正，再改时间"},
	{"", "change the time of %s", "变更 %s 的时间"},
	{"", "nothing is changed: the form says what the files say already", "没有改动：填写的与文件里的相同"},
	{"", "%s cannot be the name of a text: write 25-more.md", "“%s”不能作正文的文件名：写成 25-more.md 的样子"},
	{"", "the text is empty: to leave an inherited text out, write omit = true between the +++ lines", "正文是空的：不要上级的这一段，请在两行 +++ 之间写 omit = true"},
	{"", "change the text of %s", "修改正文 %s"},
	{"", "this change was shown too long ago: fill in the form again", "这次改动的内容显示得太久了：请重新填写"},
	{"", "there is nothing to take back", "没有可以撤销的改动"},
	{"", "taken back: %s", "已撤销：%s"},
	{"", "published into %s: %s, %d files", "已发布到 %s：%s，共 %d 个文件"},
}
