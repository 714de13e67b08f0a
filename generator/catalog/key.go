package catalog

// key is what is said of making a signing key.
var key = []entry{
	{"", "make a key that signs what is published, with a password", "生成签名密钥（带密码），给发布的内容签名"},
	{"", `Key makes the two halves of a minisign key. The secret half, FILE (tonggao.key), signs;
a password locks it. The public half, beside it with the ending .pub, lets a hall check
that files are yours. The password is asked for, or taken from TONGGAO_KEY_PASSWORD.
A file that is there already is left as it is.`, `生成一对 minisign 密钥。私钥（文件名默认 tonggao.key）用来签名，有密码保护；
公钥放在同一文件夹，扩展名 .pub，大厅用它核对文件是不是本单位发布的。
密码在屏幕上询问，也可以由 TONGGAO_KEY_PASSWORD 给出。已有的文件不会被覆盖。`},
	{"", "%s is there already and is not written over: what was signed with a lost key cannot be signed again; choose another name", "已有 %s，不会覆盖：密钥一旦丢失，就再也不能用它签名；请换一个文件名"},
	{"", "make the signing key: %w", "生成签名密钥：%w"},
	{"", "write the signing key: %w", "写入签名密钥：%w"},
	{"", "read the password: %w", "读取密码：%w"},
	{"", "Password for the new key (nothing is shown while you type):", "给新密钥设一个密码（输入时不显示）："},
	{"", "The same once more:", "再输入一遍："},
	{"", "Password of the signing key (nothing is shown while you type):", "请输入签名密钥的密码（输入时不显示）："},
	{"", "the two passwords differ; nothing was written, try again", "两次输入的密码不一致，没有写入任何文件，请重新生成"},
	{"", "a key without a password signs for whoever finds it: type one", "密码不能为空：没有密码，谁捡到密钥谁就能签名"},
	{"", "the password has signs that not every keyboard types alike: take letters, digits and signs of ASCII", "密码里有换一台电脑可能打不出来的字符：请只用半角的字母、数字和符号"},
	{"", "there is no terminal to type a password at: run tonggao key in one, or set TONGGAO_KEY_PASSWORD", "这里没有可以输入密码的窗口：请在命令行窗口里运行 tonggao key，或者设环境变量 TONGGAO_KEY_PASSWORD"},
	{"", "%s is the secret half. Copy it to two USB sticks, give them to two people who lock them away, and keep the password elsewhere.", "%s 是私钥。请复制到两个 U 盘，由两个人分别锁进柜子；密码另处保存。"},
	{"", "Never put it into the site's folder, a repository, a mail or a chat. Whoever has it and the password signs in your name; without it nobody can sign as you again.", "不要放进网站文件夹和代码仓库，不要用邮件、微信传。别人拿到私钥和密码，就能以本单位名义签名；私钥丢了，就再也不能用它签名。"},
	{"", "To sign: tonggao build --sign %s. In a pipeline, keep what is in the file and the password as the secrets TONGGAO_SIGN_KEY and TONGGAO_SIGN_PASSWORD.", "签名：tonggao build --sign %s。用流水线发布的，把文件内容和密码分别存为密文变量 TONGGAO_SIGN_KEY、TONGGAO_SIGN_PASSWORD。"},
	{"", "\n%s is the public half, for everybody. It stands on the about page; print it for the halls too, so that nobody has to believe the site itself:", "\n%s 是公钥，可以公开。网站的“关于与核验”页上有；请另印一份交给各大厅，核对时就不必只信网站自己说的："},
	{"", "To check a copy of the site: tonggao verify output --key %s", "核对网站的一份副本：tonggao verify output --key %s"},
	{"", "The same without this program: minisign -Vm manifest.json -P %s", "不用本程序也能核对：minisign -Vm manifest.json -P %s"},
}
