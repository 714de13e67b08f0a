package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

const about = "One file of facts per public notice, and everything made from it"

// find is the archive for a system; none where it was not made.
func (r *release) find(system string) (asset, bool) {
	i := slices.IndexFunc(r.made, func(a asset) bool { return a.system == system })
	if i < 0 {
		return asset{}, false
	}
	return r.made[i], true
}

func (r *release) address(a asset) string {
	return r.site + "/releases/download/" + r.version + "/" + a.name
}

// folder is what an archive unpacks to.
func folder(a asset) string { return strings.TrimSuffix(strings.TrimSuffix(a.name, ".zip"), ".tar.gz") }

// packages writes what package managers read: scoop and winget on Windows, Homebrew.
func (r *release) packages() error {
	if err := r.scoop(); err != nil {
		return err
	}
	if err := r.winget(); err != nil {
		return err
	}
	return r.homebrew()
}

func (r *release) scoop() error {
	type source struct {
		URL  string `json:"url"`
		Hash string `json:"hash"`
		Dir  string `json:"extract_dir"`
	}
	of := map[string]source{}
	for processor, name := range map[string]string{"amd64": "64bit", "arm64": "arm64"} {
		if a, made := r.find("windows/" + processor); made {
			of[name] = source{r.address(a), a.sha256, folder(a)}
		}
	}
	text, err := json.MarshalIndent(map[string]any{"version": r.number(), "description": about, "homepage": r.site, "license": "Apache-2.0",
		"architecture": of, "bin": "tonggao.exe"}, "", "  ")
	if err != nil {
		return err
	}
	return r.write("", "tonggao.scoop.json", append(text, '\n'))
}

func (r *release) winget() error {
	const id = "Tonggao.Tonggao"
	head := fmt.Sprintf("PackageIdentifier: %s\nPackageVersion: %s\n", id, r.number())
	end := func(kind string) string { return "ManifestType: " + kind + "\nManifestVersion: 1.6.0\n" }
	installer := head + "InstallerType: zip\nNestedInstallerType: portable\nInstallers:\n"
	for _, of := range [][2]string{{"amd64", "x64"}, {"arm64", "arm64"}} {
		if a, made := r.find("windows/" + of[0]); made {
			installer += fmt.Sprintf("- Architecture: %s\n  InstallerUrl: %s\n  InstallerSha256: %s\n  NestedInstallerFiles:\n  - RelativeFilePath: %s\\tonggao.exe\n    PortableCommandAlias: tonggao\n",
				of[1], r.address(a), strings.ToUpper(a.sha256), folder(a))
		}
	}
	for name, text := range map[string]string{
		id + ".yaml":              head + "DefaultLocale: zh-CN\n" + end("version"),
		id + ".installer.yaml":    installer + end("installer"),
		id + ".locale.zh-CN.yaml": head + "PackageLocale: zh-CN\nPublisher: tonggao\nPackageName: 通告\nLicense: Apache-2.0\nPackageUrl: " + r.site + "\nShortDescription: 一份通告，一份事实，处处一致\n" + end("defaultLocale"),
	} {
		if err := r.write("", name, []byte(text)); err != nil {
			return err
		}
	}
	return nil
}

func (r *release) homebrew() error {
	text := fmt.Sprintf("class Tonggao < Formula\n  desc \"%s\"\n  homepage \"%s\"\n  version \"%s\"\n  license \"Apache-2.0\"\n", about, r.site, r.number())
	for _, system := range [][2]string{{"darwin", "macos"}, {"linux", "linux"}} {
		text += "  on_" + system[1] + " do\n"
		for _, processor := range [][2]string{{"amd64", "intel"}, {"arm64", "arm"}} {
			if a, made := r.find(system[0] + "/" + processor[0]); made {
				text += fmt.Sprintf("    on_%s do\n      url \"%s\"\n      sha256 \"%s\"\n    end\n", processor[1], r.address(a), a.sha256)
			}
		}
		text += "  end\n"
	}
	text += `  def install
    bin.install "tonggao"
    bash_completion.install "completions/tonggao.bash" => "tonggao"
    zsh_completion.install "completions/tonggao.zsh" => "_tonggao"
    fish_completion.install "completions/tonggao.fish"
  end
  test do
    system bin/"tonggao", "version"
  end
end
`
	return r.write("", "tonggao.rb", []byte(text))
}
