package data

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"tonggao/generator/plan"
)

// webConfig is the file web.config, by which IIS serves the folder as _headers has it. It
// uses what IIS has when it is installed: one element of a module that is not there, such
// as URL Rewrite, and no page is sent at all. Without that module headers cannot be chosen
// by ending: those of data go with all files, and a feed is application/xml.
//
// What it sets it first removes, since a name that the server's own settings have already
// is an error to IIS.
func (w *Writer) webConfig() string {
	var types, folders strings.Builder
	for _, ending := range plan.Endings() { // IIS sends no file whose ending it does not know
		fmt.Fprintf(&types, "      <remove fileExtension=\"%s\" />\n      <mimeMap fileExtension=\"%[1]s\" mimeType=\"%s\" />\n", ending, plan.ContentType("x"+ending))
	}
	var everywhere []header
	known := map[string]bool{contentType: true}
	for _, rule := range w.hostRules() {
		if folder, ok := strings.CutSuffix(strings.TrimPrefix(rule.files, "/"), "/*"); ok && folder != "" {
			fmt.Fprintf(&folders, "  <location path=\"%s\">\n    <system.webServer>\n%s    </system.webServer>\n  </location>\n", folder, iisSection("", rule.headers))
			continue
		}
		for _, h := range rule.headers {
			if !known[h.name] {
				known[h.name] = true
				everywhere = append(everywhere, h)
			}
		}
	}
	return webConfigHead + iisSection(types.String(), everywhere) + webConfigRest + folders.String() + "</configuration>\n"
}

// iisSection spells headers as IIS does, which keeps that of caches with the types of files.
func iisSection(types string, headers []header) string {
	var custom strings.Builder
	static := types
	for _, h := range headers {
		if h.name == cacheControl {
			static += iisCache(h.value)
			continue
		}
		fmt.Fprintf(&custom, "          <remove name=\"%s\" />\n          <add name=\"%[1]s\" value=\"%s\" />\n", h.name, quoted(h.value))
	}
	if static != "" {
		static = "    <staticContent>\n" + static + "    </staticContent>\n"
	}
	if custom.Len() == 0 {
		return static
	}
	return static + "    <httpProtocol>\n        <customHeaders>\n" + custom.String() + "        </customHeaders>\n    </httpProtocol>\n"
}

// iisCache spells a Cache-Control: IIS adds max-age by itself.
func iisCache(value string) string {
	var age int
	var rest []string
	for _, part := range strings.Split(value, ", ") {
		if n, _ := fmt.Sscanf(part, "max-age=%d", &age); n == 0 {
			rest = append(rest, part)
		}
	}
	span := time.Unix(int64(age), 0).UTC().Format(time.TimeOnly)
	return fmt.Sprintf("      <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"%s\" cacheControlCustom=\"%s\" />\n", span, quoted(strings.Join(rest, ", ")))
}

// quoted is a text as it stands in an attribute of XML.
func quoted(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a Builder takes all
	return out.String()
}

const webConfigHead = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by tonggao build, for IIS. What is changed here is gone with the next build. -->
<configuration>
  <system.webServer>
`

const webConfigRest = `    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom" existingResponse="Auto">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" subStatusCode="-1" prefixLanguageFilePath="" path="404.html" responseMode="File" />
    </httpErrors>
    <security>
      <requestFiltering>
        <hiddenSegments>
          <remove segment="bin" />
          <remove segment=".git" />
          <add segment=".git" />
        </hiddenSegments>
      </requestFiltering>
    </security>
  </system.webServer>
`
