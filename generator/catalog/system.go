package catalog

import (
	"errors"
	"io/fs"
	"strings"

	"tonggao/generator/later"
	"tonggao/generator/message"
)

// Error puts an error into words. What a system or a library says in English is worded
// where it is known, whatever stands around it; what is not stays as it is.
func (l Language) Error(err error) string {
	switch {
	case err == nil:
		return ""
	case l != Chinese:
		return message.Lines(err)
	}
	return l.failure(err)
}

func (l Language) failure(err error) string {
	if own, ok := err.(*message.Error); ok {
		return l.In(own.Text)
	}
	if at, ok := err.(*fs.PathError); ok {
		return message.Visible(at.Path) + "：" + l.Error(at.Err)
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		var all []string
		for _, one := range several.Unwrap() {
			all = append(all, l.Error(one))
		}
		return strings.Join(all, "\n")
	}
	if words := foreign(err.Error()); words != "" {
		return message.Visible(words)
	}
	cause := errors.Unwrap(err)
	if cause == nil {
		return l.cause(err)
	}
	if around, ok := strings.CutSuffix(err.Error(), ": "+cause.Error()); ok {
		return message.Visible(place(around)) + l.Error(cause)
	}
	return message.Visible(l.Say(err.Error()))
}

// cause words an error that has no other in it.
func (l Language) cause(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "没有这个文件或文件夹"
	case errors.Is(err, fs.ErrExist):
		return "已经有同名的文件或文件夹"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限"
	}
	return message.Visible(l.Say(err.Error()))
}

// call is what Go writes before an error of the system: the call that failed, and the
// network that it was about.
var call = later.Compile(`^(?:accept|bind|chmod|close|connect|dial|fork/exec|fsync|ftruncate|link|listen|lock|lstat|mkdir|open|read|readlink|remove|rename|setsockopt|socket|stat|symlink|sync|truncate|unlinkat|write|CreateFile|GetFileAttributesEx|MoveFileEx)(?: (?:tcp|udp)[46]?)?(?: |$)`)

// place is what stands before an error of the system without the call: the file or the
// address that it was about, of two the way from one to the other.
func place(around string) string {
	about := call.ReplaceAllString(around, "")
	if strings.HasPrefix(around, "rename ") || strings.HasPrefix(around, "link ") || strings.HasPrefix(around, "symlink ") {
		about = strings.ReplaceAll(about, " ", " → ")
	}
	if about == "" {
		return ""
	}
	return about + "："
}

// foreign is the Chinese of what a system or a library says, or "".
func foreign(said string) string {
	for _, f := range theirs {
		if m := f.said.FindStringSubmatchIndex(said); m != nil {
			return string(f.said.ExpandString(nil, f.chinese, said, m))
		}
	}
	return ""
}

// theirs are the sentences of systems and libraries that people meet: of Linux and
// macOS, of Windows, of the readers of JSON, of ZIP files and of templates. A sentence is
// matched whole.
var theirs = compiled([][2]string{
	{`no space left on device|disk quota exceeded|There is not enough space on the disk\.`, "磁盘已满"},
	{`read-only file system|The media is write protected\.`, "磁盘是只读的"},
	{`is a directory`, "这是文件夹，不是文件"},
	{`not a directory|The directory name is invalid\.`, "这不是文件夹"},
	{`directory not empty|The directory is not empty\.`, "文件夹不是空的"},
	{`file name too long|The filename or extension is too long\.`, "文件名或路径太长"},
	{`The filename, directory name, or volume label syntax is incorrect\.`, "文件名或路径里有不能用的字符"},
	{`too many open files|too many open files in system`, "同时打开的文件太多"},
	{`too many levels of symbolic links`, "符号链接首尾相连，没有终点"},
	{`(?:invalid )?cross-device link|The system cannot move the file to a different disk drive\.`, "不在同一个磁盘上，不能直接移动"},
	{`device or resource busy|text file busy`, "正被占用"},
	{`The process cannot access the file because (?:it is being used by another process|another process has locked a portion of the file)\.`, "文件正在别的程序中打开"},
	{`input/output error|The device is not ready\.|Data error \(cyclic redundancy check\)\.`, "磁盘读写出错"},
	{`The network path was not found\.|The network name cannot be found\.|The specified network name is no longer available\.`, "找不到网络上的这个位置"},
	{`The system cannot find the (?:file|path|drive) specified\.`, "没有这个文件或文件夹"},
	{`Access is denied\.|A required privilege is not held by the client\.`, "没有权限"},
	{`Cannot create a file when that file already exists\.|The file exists\.`, "已经有同名的文件或文件夹"},
	{`invalid argument|The parameter is incorrect\.|Incorrect function\.`, "系统不接受这个操作"},
	{`operation not supported|The request is not supported\.`, "这个磁盘不支持这种操作"},
	{`address already in use|Only one usage of each socket address \(protocol/network address/port\) is normally permitted\.`, "端口已被别的程序占用"},
	{`cannot assign requested address|The requested address is not valid in its context\.`, "本机没有这个地址"},
	{`An attempt was made to access a socket in a way forbidden by its access permissions\.`, "没有权限使用这个端口"},
	{`(?:lookup (\S+)(?: on \S+)?: )?(?:no such host|server misbehaving|Temporary failure in name resolution|No such host is known\.)`, "找不到主机 $1"},
	{`(?:address (\S+): )?(?:missing port in address|too many colons in address)`, "缺端口号"},
	{`(?:address (\S+): )?(?:invalid port|unknown port)|lookup tcp/(\S+): unknown port`, "没有这个端口"},
	{`connection refused`, "对方拒绝连接"},
	{`i/o timeout|context deadline exceeded`, "等待超时"},
	{`context canceled`, "已中止"},
	{`broken pipe|The pipe is being closed\.`, "输出已被对方关闭"},

	{`(?:unexpected end of JSON input|unexpected EOF|EOF)`, "内容不完整"},
	{`invalid character .* (?:looking for|after|in) .*`, "内容不是 JSON 格式"},
	{`json: .*`, "内容不是本程序所写的 JSON"},
	{`minisign: invalid private key.*`, "不是 minisign 私钥，或文件已损坏"},
	{`minisign: invalid public key.*`, "不是 minisign 公钥，或文件已损坏"},
	{`minisign: .*`, "不是 minisign 签名，或文件已损坏"},
	{`zip: .*`, "压缩包已损坏"},

	{`template: ([^:]+):(\d+)(?::\d+)?: function "([^"]+)" not defined`, "模板 $1 第 $2 行：没有函数 $3"},
	{`template: ([^:]+):(\d+)(?::\d+)?: undefined variable "([^"]+)"`, "模板 $1 第 $2 行：没有变量 $3"},
	{`template: ([^:]+):(\d+)(?::\d+)?: unexpected EOF`, "模板 $1 第 $2 行：缺 {{end}}"},
	{`template: ([^:]+):(\d+)(?::\d+)?: unexpected \{\{end\}\}`, "模板 $1 第 $2 行：多了 {{end}}"},
	{`template: ([^:]+):(\d+)(?::\d+)?: unexpected \{\{else\}\}`, "模板 $1 第 $2 行：多了 {{else}}"},
	{`template: ([^:]+):(\d+)(?::\d+)?: (?:unclosed action|unclosed left paren|unterminated quoted string|unterminated raw quoted string).*`, "模板 $1 第 $2 行：{{ 没有用 }} 结束，或括号、引号不成对"},
	{`template: ([^:]+):(\d+)(?::\d+)?: missing value for (\S+)`, "模板 $1 第 $2 行：$3 后面缺内容"},
	{`template: ([^:]+):(\d+)(?::\d+)?: unexpected (.+) in .+`, "模板 $1 第 $2 行：这里不能写 $3"},
	{`(?:html/)?template: ?([^:]+):(\d+)(?::\d+)?: .*(?:no such template|template) "([^"]+)"(?: not defined)?`, "模板 $1 第 $2 行：没有名为 $3 的模板"},
	{`template: ([^:]+):(\d+)(?::\d+)?: .*can't evaluate field (\S+) in type .*`, "模板 $1 第 $2 行：没有字段 $3"},
	{`(?:html/)?template: ?([^:]+):(\d+)(?::\d+)?: .*`, "模板 $1 第 $2 行写法有误"},
})

type sentenceOf struct {
	said    *later.Expression
	chinese string
}

func compiled(all [][2]string) []sentenceOf {
	var list []sentenceOf
	for _, one := range all {
		list = append(list, sentenceOf{later.Compile(`^(?:` + one[0] + `)$`), one[1]})
	}
	return list
}
