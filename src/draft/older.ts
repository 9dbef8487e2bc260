// what the parser uses and browsers before 2023 lack, from Chromium 78 on
import 'core-js/actual/array/at'
import 'core-js/actual/array/find-last'
import 'core-js/actual/array/find-last-index'
import 'core-js/actual/string/at'
import 'core-js/actual/string/match-all'
import 'core-js/actual/string/replace-all'
import 'core-js/actual/typed-array/at'
import 'core-js/actual/map/group-by'
