/** What is refused, and what is right. */
export const refusals = {
  badDay: '请填一个日子，像 2026-05-01 这样。',
  futureDay: '这一天还没有到。',
  chooseOne: '请选一个。',
  choosePerson: '请选一个人。',
  ownRecord: '这是您自己的记录，要请另一位联络员来办。',
  ownKin: '这是您自家人的记录，要请另一位联络员来办。',
  linkOverlaps: '从 {day} 起已经有核实过的一条，先结束那一条。',
  linkEnded: '这一条已经在 {day} 结束了。',
  endBeforeBegin: '这一条从 {day} 开始，结束要在那之后。',
  dayBeforeMembership: '她 {day} 才进这一户，日子不能更早。',
  dayAfterMembership: '她从 {day} 起已经不在这一户。',
  dayBeforeOlder: '她的上一条记录从 {day} 开始，新的日子要在那之后。',
  alreadyMember: '她那一天已经在这一户了。',
  memberElsewhere: '她现在登记在别的地区的一户里，要请上一级的联络员来办。',
} as const

export const refusalsEn: Record<keyof typeof refusals, string> = {
  badDay: 'Please enter a day such as 2026-05-01.',
  futureDay: 'This day has not come yet.',
  chooseOne: 'Please choose one.',
  choosePerson: 'Please choose a person.',
  ownRecord: 'This is your own record; another coordinator has to do it.',
  ownKin: 'This is about your own household; another coordinator has to do it.',
  linkOverlaps: 'A verified entry holds from {day} on. End that one first.',
  linkEnded: 'This entry ended on {day}.',
  endBeforeBegin: 'This entry began on {day}; it can only end later.',
  dayBeforeMembership: 'She joined this household on {day}; the day cannot be earlier.',
  dayAfterMembership: 'She has not been in this household since {day}.',
  dayBeforeOlder: 'Her last record begins on {day}; the new day must be later.',
  alreadyMember: 'She was already in this household on that day.',
  memberElsewhere:
    'She is registered in a household of another region; a coordinator above both has to do it.',
}
