/* Reads .ics files with libical and prints what it understood, one line an
 * event, its fields between unit separators (0x1f) and the line ended by a record
 * separator (0x1e), since words have tabs and new lines of their own. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *slurp(const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f) { perror(path); exit(1); }
  fseek(f, 0, SEEK_END);
  long n = ftell(f);
  rewind(f);
  char *text = malloc(n + 1);
  if (fread(text, 1, n, f) != (size_t)n) { perror(path); exit(1); }
  text[n] = 0;
  fclose(f);
  return text;
}

static long long unix_time(struct icaltimetype t) {
  return (long long)icaltime_as_timet_with_zone(t, t.is_date ? icaltimezone_get_utc_timezone() : t.zone);
}

static const char *text(icalcomponent *c, icalproperty_kind kind) {
  icalproperty *p = icalcomponent_get_first_property(c, kind);
  return p ? icalvalue_get_text(icalproperty_get_value(p)) : "";
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    char *source = slurp(argv[i]);
    icalcomponent *calendar = icalparser_parse_string(source);
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
      fprintf(stderr, "%s: no calendar\n", argv[i]);
      return 1;
    }
    if (icalcomponent_count_errors(calendar) > 0 || !icalrestriction_check(calendar)) {
      fprintf(stderr, "%s: %d errors\n%s\n", argv[i], icalcomponent_count_errors(calendar), icalcomponent_as_ical_string(calendar));
      return 1;
    }
    for (icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); e;
         e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
      struct icaltimetype start = icalcomponent_get_dtstart(e), end = icalcomponent_get_dtend(e);
      printf("%s\x1f%s\x1f%lld\x1f%lld\x1f%d\x1f%s\x1f%d\x1f%lld\x1f%s\x1f%s\x1f%s\x1f%s\x1e", argv[i], icalcomponent_get_uid(e),
             unix_time(start), unix_time(end), start.is_date, icalproperty_status_to_string(icalcomponent_get_status(e)),
             icalcomponent_get_sequence(e), unix_time(icalcomponent_get_dtstamp(e)), text(e, ICAL_SUMMARY_PROPERTY),
             text(e, ICAL_DESCRIPTION_PROPERTY), text(e, ICAL_LOCATION_PROPERTY),
             icalproperty_get_url(icalcomponent_get_first_property(e, ICAL_URL_PROPERTY)));
    }
    icalcomponent_free(calendar);
    free(source);
  }
  return 0;
}
