import type { SampleDocument } from './types'

/** 平台规则 of the sample shop: what may be sold, how sellers and buyers behave, what the shop does when they do not. */
export const rules: SampleDocument = {
  kind: 'rules',
  versions: [
    {
      from: '2025-03-01',
      zh: {
        title: '平台规则',
        body: `这些规则写给卖东西的人，也给买的人看。

## 谁能卖
- 巧手本人、手工坊、公司、示范基地，经联络员核过身份再开店。
- 别人可以代办，要有本人签过、随时能收回的授权；代办做了什么，都有记录。

## 能卖什么
- 自己做的，或者写明是谁做的。每一件上架前由本地区的联络员看一遍。
- 不卖：野生动植物制品、药材、没有晾干加工过的葫芦、文物、带毒带尖的儿童玩具、仿冒的牌子、抄来的图样，法律不许卖的都不卖。
- 写的大小、材料、工期、时辰要属实。照片是这一件，或者写明是样品。

## 钱怎么分
- 平台从货款里抽的份，商品页和订单页写明，卖出那一刻定下，以后不变。
- 退货期过了，钱归她，按周打到她的卡上。

## 不许做的
- 绕开平台收钱，刷单，写假评价，拿买家的电话做别的。
- 拿谁家的难处招揽买卖。谁家是什么户，不写，不问，不卖。

## 怎么处理
- 有人举报，联络员三个工作日内看。证据够的，先停这一件，告诉卖家，听她说。
- 头一回提醒；再犯停售三十天；造假、冒充、害人的关店。卖家不服，可以在同一个编号下答复，换一个人再看。
- 说图样被抄的，要写名字、拿出自己的原作、保证属实。卖家可以答复；答复以后十五天没有投诉或起诉的证明，恢复上架。`,
      },
      en: {
        title: 'Rules of the shop',
        body: `These rules are for those who sell, and for those who buy to read.

## Who may sell
- Makers themselves, workshops, companies and bases, after a coordinator has checked who they are.
- Others may act for a maker with a mandate that she has signed and can end at any time. What they do is recorded.

## What may be sold
- What you have made, or what says who has. Each piece is looked at by the coordinator of its region before it is listed.
- Not: products of wild animals and plants, medicinal herbs, gourds that are not dried and worked, antiques, toys that could poison or hurt, counterfeits, copied designs, or anything the law forbids.
- Size, material, days and hours must be true. The photograph shows this piece, or says that it shows a sample.

## How the money is shared
- What the shop takes from the goods is written on the piece’s page and in the order, fixed at the sale and not changed afterwards.
- When the time for returns is over the money is hers; it goes to her card every week.

## What is not allowed
- Taking payment outside the shop, feigned orders, feigned reviews, using a buyer’s phone number for anything else.
- Selling by somebody’s hardship. What kind of household anybody lives in is not written, not asked and not sold.

## What we do about it
- A coordinator looks at each report within three working days. With enough evidence the piece is paused first, the seller is told, and heard.
- First a warning; the second time thirty days without selling; for forgery, impersonation or harm the shop is closed. A seller who disagrees answers under the same number, and somebody else looks again.
- Whoever says that a design is copied gives a name, shows the own work and declares that it is true. The seller may answer; fifteen days after her answer the piece is listed again unless there is proof of a complaint or a suit.`,
      },
    },
  ],
}
