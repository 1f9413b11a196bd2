/** A shop goes on without the word of an owner who died, is too ill, or whom nobody reaches. */
export const absence = {
  title: '店主点不了头的交接',
  entry: '店主点不了头？',
  entryWaits: '这次交接不等店主点头：',
  entryLink: '看看办到哪一步',
  lead: '店主过世、病重或者怎么也找不到，才走这条路。县里凭证明发起，市里另一个人看过证明再批；批了就短信告诉她，还有几天可以说不。',
  whatHappens:
    '店里到交接那天结下的钱不跟着店走，单独记在原店主名下：她回来自己领，过世的由会计凭公证转给继承人。卖出去还没过退换期的跟着店走。',
  seenRule:
    '发起以后，她只要登录过一次，或者说了不同意，这次交接就作废：人找得到，就该问她本人。请别用她的手机登录。',
  kind: '为什么点不了头',
  kind_death: '过世了',
  kind_illness: '病重，说不了话、用不了手机',
  kind_unreachable: '找不到人',
  evidence: '证明',
  evidenceHint: '死亡证明、医院证明，或者村委会盖章的说明。照片或 PDF，存成密件，打开要记下来。',
  propose: '交给市里批',
  waitsCity: '等市里批，{day} 以前。过了就得重新发起。',
  approved: '{who} 批了。原店主到 {day} 可以说不；到时候新店主也点过头，店就交过去。',
  proposedBy: '发起：{who}',
  toldAt: '短信告诉 {name}：{phone}',
  noPhone: '{name} 没有登记手机，短信到不了：请登门告诉她，或者告诉她家里人。',
  openPaper: '打开证明',
  looked: '我看过证明，也试着联系过原店主',
  approve: '批准',
  refuse: '不批，取消交接',
  lookFirst: '请先看证明、联系她，再勾上。',
  end: '取消交接',
  countyFirst: '由县里发起，市里批。',
  cityLast: '由市里批。',
  twoPeople: '谁发起的，请另一个人批。',
  tooOld: '拖太久了，留给她说不的日子不够。请取消，重新发起。',
  onlyObject: '这次交接不用您点头。不同意，就点「不同意」；愿意交，请联络员另办一次普通交接。',
  done_proposed: '发起了。等市里批；短信告诉双方。',
  done_approved: '批了。短信告诉双方。',
  done_ended: '交接取消了，什么也没变。',
  nothing: '没有等着办的。',
  notHere: '这家店的交接由县里发起，市里批。',
  ownTitle: '有人要把「{shop}」交给 {to}',
  ownLead:
    '联络员说找不到您，或者您点不了头，所以要不等您点头就把店交出去。您看到这一页，就说明找得到您：不同意就点下面，什么也不变。',
  ownUntil: '到 {day} 您不说话，店就交出去。店里结下的钱留在您名下。',
  ownWaits: '市里还没批。',
  ownNo: '不同意',
  heirWaits:
    '这次原店主点不了头，市里批了。您点了头，到 {day} 原店主没说不，店就归您。店里以前结下的钱留给原店主，不归您。',
  heirWaitsCity:
    '这次原店主点不了头：您点头以后，还要市里批，再等原店主说话的日子过完。店里以前结下的钱留给原店主，不归您。',
  moneyStays: '往后的账。以前结下的留给原店主。',
  matter: '店主点不了头的交接',
  sms_asked:
    '联络员说找不到您，要把您的店「{shop}」交给别人管，等市里批。不同意，登录点「不同意」，或打电话给联络员：{link}',
  sms_from:
    '有人要把您的店「{shop}」交给别人管，因为联络员找不到您。不同意，{day} 以前登录点「不同意」，或打电话给联络员：{link}',
  sms_to: '「{shop}」的交接市里批了。等到 {day} 原店主没说不，您也点过头，店就归您管：{link}',
  sms_money: '「{shop}」交给别人管了。店里结下的 {sum} 记在您名下，登录登记自己的卡就能领：{link}',
} as const

export const absenceEn: Record<keyof typeof absence, string> = {
  title: 'Handing over without the owner’s word',
  entry: 'The owner cannot give her word?',
  entryWaits: 'This handover does not wait for the owner’s word:',
  entryLink: 'See how far it is',
  lead: 'Only for an owner who died, is too ill, or whom nobody can reach. The county proposes it with a paper, somebody else at the city looks at the paper and approves; then she is told on her phone and has days to say no.',
  whatHappens:
    'What the shop is owed on the day of the handover does not go with it: it stays in the former owner’s own name. She is paid when she is back; of one who died, finance passes it to the heirs. What is sold and may still come back goes with the shop.',
  seenRule:
    'If she signs in once after it was proposed, or says no, it is over: whoever can be reached is asked herself. Please do not sign in with her phone.',
  kind: 'Why she cannot',
  kind_death: 'She died',
  kind_illness: 'Too ill to speak or use a phone',
  kind_unreachable: 'Nobody can reach her',
  evidence: 'The paper',
  evidenceHint:
    'A death certificate, the hospital’s statement, or the village committee’s with its seal. A photo or a PDF; kept sealed, and whoever opens it is written down.',
  propose: 'Hand it to the city',
  waitsCity: 'It waits for the city, until {day}. After that it has to be proposed again.',
  approved:
    'Approved by {who}. The former owner may say no until {day}; then, once the new owner has agreed, the shop is handed over.',
  proposedBy: 'Proposed by {who}',
  toldAt: '{name} is told at {phone}',
  noPhone: '{name} has no phone here and no message reaches her: tell her or her family in person.',
  openPaper: 'Open the paper',
  looked: 'I have looked at the paper and tried to reach the owner myself',
  approve: 'Approve',
  refuse: 'Refuse and give it up',
  lookFirst: 'Look at the paper and try to reach her first, then tick.',
  end: 'Give it up',
  countyFirst: 'The county proposes it, the city approves.',
  cityLast: 'The city approves it.',
  twoPeople: 'Somebody else than its proposer approves it.',
  tooOld: 'It has waited too long to leave her the days to say no. Give it up and propose it again.',
  onlyObject:
    'This handover does not ask for your word. If you do not agree, say so below; if you do, ask your coordinator for an ordinary one.',
  done_proposed: 'Proposed. It waits for the city; both are told on their phones.',
  done_approved: 'Approved. Both are told on their phones.',
  done_ended: 'Given up; nothing has changed.',
  nothing: 'Nothing waits here.',
  notHere: 'A handover of this shop is proposed by the county and approved by the city.',
  ownTitle: 'Somebody is to hand “{shop}” over to {to}',
  ownLead:
    'A coordinator says that you cannot be reached or cannot give your word, so the shop is to be handed over without it. You are reading this, so you can be reached: if you do not agree, say so below and nothing changes.',
  ownUntil: 'If you say nothing until {day}, the shop is handed over. What it is owed stays yours.',
  ownWaits: 'The city has not approved it yet.',
  ownNo: 'I do not agree',
  heirWaits:
    'The former owner cannot give her word, and the city has approved it. Once you have agreed, and she has not said no until {day}, the shop is yours. What it was owed before stays hers.',
  heirWaitsCity:
    'The former owner cannot give her word: after yours, the city has to approve it and her days to say no have to be over. What the shop was owed before stays hers.',
  moneyStays: 'Its account from then on. What it was owed before stays the former owner’s.',
  matter: 'Handover without the owner’s word',
  sms_asked:
    'A coordinator says that nobody reaches you, and proposes that your shop “{shop}” goes to somebody else; the city has yet to approve it. If you do not agree, sign in and say so, or call your coordinator: {link}',
  sms_from:
    'Your shop “{shop}” is to be handed to somebody else, because nobody reaches you. If you do not agree, sign in and say so before {day}, or call your coordinator: {link}',
  sms_to:
    'The city has approved the handover of “{shop}”. If the former owner does not say no until {day} and you have agreed, it is yours: {link}',
  sms_money:
    '“{shop}” has been handed over. {sum} that it was owed stands in your name; sign in and register your card to be paid: {link}',
}
