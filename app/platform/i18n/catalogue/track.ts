/** Carriers and where parcels are. Chinese first, English beside it. */
export const track = {
  oddNumber: '这家的运单号一般像 {example}。请对着面单再看一眼；没写错就勾上下面这一条。',
  sure: '对过了，就是这个号',
  look: '去{carrier}查 {number}',
  state_moving: '在路上',
  state_delivering: '正在派送',
  state_delivered: '已送到',
  state_problem: '快递那边有问题',
  state_returned: '退回来了',
  problemHint: '先打快递电话问一问；运单号写错了，或者件退回来了，找联络员。',
} as const

export const trackEn: Record<keyof typeof track, string> = {
  oddNumber:
    'Numbers of this carrier mostly look like {example}. Please look at the label once more; if it is right, tick the box below.',
  sure: 'I have checked: this is the number',
  look: 'Look up {number} at {carrier}',
  state_moving: 'On its way',
  state_delivering: 'Out for delivery',
  state_delivered: 'Delivered',
  state_problem: 'The carrier reports a problem',
  state_returned: 'Sent back',
  problemHint:
    'Ask the carrier first; if the number is wrong or the parcel has come back, ask your coordinator.',
}
