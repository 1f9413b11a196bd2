/** Somebody joins a household. */
export const join = {
  join: '有人进这户',
  joinText: '嫁进来、搬回来、分了户：从那一天起记到这户，以前的记录不动。',
  joinFind: '先按姓名找她',
  joinNobody: '您的地区里没有叫「{words}」的人。',
  joinElsewhere: '现在在户 {code}',
  joinNowhere: '现在不在哪一户',
  who: '是谁',
  relationLabel: '与户主的关系',
  fromDay: '从哪一天起',
  evidence: '依据',
  evidenceHint: '户口簿第几页、哪份材料、哪天上门看的。',
  follow: '她的收入从这天起算到这户',
  moves: '她也搬到这个村住',
  joinAct: '记下来',
  joined: '记下了，从那一天起她在这户。',
} as const

export const joinEn: Record<keyof typeof join, string> = {
  join: 'Somebody joins',
  joinText:
    'By marriage, coming home, or a new household: from that day on she counts here; what was before stays.',
  joinFind: 'Find her by name first',
  joinNobody: 'Nobody called “{words}” lives in your region.',
  joinElsewhere: 'now in household {code}',
  joinNowhere: 'now in no household',
  who: 'Who',
  relationLabel: 'Relation to the head',
  fromDay: 'From which day',
  evidence: 'Evidence',
  evidenceHint: 'Which page of the residence booklet, which paper, which day of a visit.',
  follow: 'Her income counts to this household from that day',
  moves: 'She lives in this village now',
  joinAct: 'Record it',
  joined: 'Recorded: she belongs to this household from that day.',
}
