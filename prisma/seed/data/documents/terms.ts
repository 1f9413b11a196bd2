import type { SampleDocument } from './types'

/** 用户协议 of the sample shop: between the buyer, the maker and whoever runs the shop. */
export const terms: SampleDocument = {
  kind: 'terms',
  versions: [
    {
      from: '2025-03-01',
      zh: {
        title: '用户协议',
        body: `您在陇原巧手买东西，和做它的人订的是买卖合同。平台把两边接上，收钱、记账、管退货，不是卖家。

## 下单和付款
- 提交订单、看到订单号，合同就成立。价钱、邮费、做的天数以订单上写的为准，以后不变。
- 没付款的订单替您留货十五分钟，过时自动放回。选银行转账的，留的天数写在付款页上。
- 银行卡由境外的支付机构收款，下单前单独问您同不同意。不同意，可以用银行转账。

## 发货和收货
- 现货按写明的天数寄出，订做的按承诺的日子寄出。误了七天还没有寄，整件自动退款。
- 您点「我收到了」，或者快递说送到，或者寄出十天没有消息，算收到。

## 退货
- 现货和孤品，从签收的第二天起七天内可以退，不用说理由。东西要完好；退回的邮费由您出，质量有毛病的由卖家出。
- 订做的件按您的要求做，下单时单独勾过，没有质量问题不能退。
- 手工的件每一件都有些不同，和图片的小差别不算毛病。断、裂、少件、和写的不一样，算毛病。

## 责任
- 东西有毛病，做的人负责修、换、退。找不到她，或者她不理，平台先按规则退给您。
- 因为天气、道路、疫情误了日子，照实告诉您，您可以取消，全退。

## 改动和争议
- 协议要改，新的一版先公布七天再生效。已经下的订单照下单时的一版。
- 有争议先和我们说：写在「举报和投诉」里，有编号，可以跟。谈不拢，可以向 12315 投诉，也可以向被告住所地的法院起诉。`,
      },
      en: {
        title: 'Terms of use',
        body: `When you buy here you make a contract of sale with the person who makes the piece. The shop brings you together, takes the payment, keeps the books and handles returns. It is not the seller.

## Ordering and paying
- The contract is made when you have sent the order and see its number. Price, postage and days of making are those written in the order and do not change afterwards.
- An order that is not paid holds its pieces for fifteen minutes. With a bank transfer it holds them for the days that the payment page names.
- Cards are charged by a provider outside mainland China. You are asked for your agreement on its own before you order. Without it you can pay by bank transfer.

## Sending and receiving
- Pieces in stock are sent within the days named, pieces made to order by the promised day. What is seven days late and not sent is refunded by itself.
- A parcel counts as received when you say so, when the carrier says so, or ten days after it was sent without word.

## Returns
- Pieces in stock and one-offs can come back within seven days, counted from the day after you sign for them, without a reason. They must be whole. You pay the way back, unless the piece is faulty: then the seller does.
- A piece made to your order, for which you have ticked a box of its own, cannot come back unless it is faulty.
- No two handmade pieces are the same, and small differences from the picture are not faults. Broken, cracked, short of a part, or other than described: those are.

## Liability
- The maker answers for faults: she repairs, replaces or refunds. When she cannot be reached or does not answer, the shop refunds you first, by its rules.
- When weather, roads or an epidemic delay a parcel we say so, and you may cancel and get everything back.

## Changes and disputes
- A change of these terms is published seven days before it takes effect. An order stays under the version it was placed by.
- Tell us first: the page “Report or complain” gives you a number to follow. If that leads nowhere you may turn to the consumer line 12315 or to the court where the defendant lives.`,
      },
    },
  ],
}
