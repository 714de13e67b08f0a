package draft

import (
	"fmt"
	"strings"
)

// signed writes who signs, where that is not the region's issuer.
func (d *drafter) signed(out *strings.Builder, signers []string) {
	issuer := ""
	if d.Set.Issuer != "" { // outside of any region nobody knows it
		issuer = "（" + oneLine(d.Set.Issuer) + "）"
	}
	switch {
	case len(signers) == 0:
		fmt.Fprintf(out, "# 请核对：原文没有落款，网页和打印件上印本地区发布单位%s\n", issuer)
	case d.Set.Issuer == "":
		fmt.Fprintf(out, "# 请核对：落款，取自原文；与本地区发布单位相同的，删去本行\nissuers = %s\n", list(signers))
	case len(signers) > 1 || signers[0] != d.Set.Issuer:
		fmt.Fprintf(out, "# 请核对：落款与本地区发布单位%s不同\nissuers = %s\n", issuer, list(signers))
	}
}
