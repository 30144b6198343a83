# What changes with the tables (how many relations they hold) and with SQLite (the size of a store) is N, so that nobody
# who adds an office-holder need come here.
s/[0-9]+ more from tables/N more from tables/
s/^(relations from tables|bytes)([ ,]+)[0-9]+$/\1\2N/
s/("what":"(relations from tables|bytes)","count":)[0-9]+/\1N/
/"what": "(relations from tables|bytes)"/ {
    n
    s/[0-9]+/N/
}
