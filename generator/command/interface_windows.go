package command

import "golang.org/x/sys/windows"

// interfaceLanguage is the language of the system's own windows, as Windows has it for
// the user: zh-CN.
func interfaceLanguage() string {
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(languages) == 0 {
		return ""
	}
	return languages[0]
}
