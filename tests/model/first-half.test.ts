import { checkSequences } from './check-sequences'

checkSequences(0)
