import { checkSequences } from './check-sequences'

checkSequences(1)
