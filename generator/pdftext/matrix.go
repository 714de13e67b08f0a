package pdftext

// A matrix is [a b c d e f], ISO 32000-1 8.3.3.
type matrix [6]float64

// by is m, then n.
func (m matrix) by(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (d *drawing) matrix(args []any) matrix {
	var m matrix
	for i := range m {
		if i < len(args) {
			m[i] = d.file.number(args[i], 0)
		}
	}
	return m
}
