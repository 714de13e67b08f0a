package prose

// The placeholders that become blocks when they stand alone in a paragraph.
const (
	Schedule   = "schedule"   // the numbered list of milestones, of the kinds named
	Contacts   = "contacts"   // the table of contacts, of the ids named
	Unaffected = "unaffected" // the list of what goes on as usual
)

// The options of a moment's placeholder.
const (
	DateOnly = "date"     // 2021年12月30日
	Short    = "short"    // 12月30日20时, without the year
	Time     = "time"     // 20时
	As24     = "24"       // the same instant as 24时 of the day before
	As0      = "0"        // the same instant as 0时 of its day
	Pending  = "pending"  // 另行通知 without its bounds
	Until    = "until"    // the stated end of its window
	Window   = "window"   // the whole window: 9月10日0时起至9月17日止
	Daily    = "daily"    // its hours of each day
	Weekday  = "weekday"  // with （星期四）
	Deadline = "deadline" // 前, with whether the day itself counts
)

// Define is the option of a term's placeholder that gives its meaning too.
const Define = "define"

// Options lists the options of a moment's placeholder.
var Options = []string{DateOnly, Short, Time, As24, As0, Weekday, Deadline, Pending, Until, Window, Daily}

// Inserts lists the placeholders that become blocks.
var Inserts = []string{Schedule, Contacts, Unaffected}
