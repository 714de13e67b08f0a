package document_test

import "flag"

var update = flag.Bool("update", false, "keep the files that LibreOffice makes")
