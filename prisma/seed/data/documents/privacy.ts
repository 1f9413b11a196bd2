import { enCookies, zhCookies } from './cookies'
import type { SampleDocument } from './types'

const zhRights = `## 您的权利
- 看和带走：登录后在「我的」里导出。
- 改：地址、发票在您的页面上自己改。
- 删：在「我的」里注销账号。有没办完的订单、退款，办完再注销。法律要留的，换成代号留够年限。
- 撤回同意：付款交给境外机构的同意，付款以前随时撤回。
- 不满意，写在「举报和投诉」里，十五个工作日内答复；也可以向网信部门投诉。

## 联系
- 处理个人信息的是本店的经营者，名称和执照号写在每页最下面。写到「举报和投诉」，选「其他」，管个人信息的人会看到。`

const enRights = `## Your rights
- To see it and take it with you: export it from your account.
- To correct it: change addresses and invoices on your own pages.
- To delete it: close your account from your account’s page. What is still open, an order or a refund, is finished first. What the law keeps is kept for its years under a pseudonym.
- To withdraw an agreement: that a payment goes abroad, at any time before you have paid.
- If you are not content, write to “Report or complain” and you have an answer within fifteen working days; you may also complain to the cyberspace administration.

## Contact
- Whoever runs this shop handles personal data; name and licence stand at the foot of each page. Write to “Report or complain” and choose “Something else”: the person in charge of personal data reads it.`

/** 隐私政策 of the sample shop: what for, how long, who else, which rights. */
export const privacy: SampleDocument = {
  kind: 'privacy',
  versions: [
    {
      from: '2025-03-01',
      zh: {
        title: '隐私政策',
        body: `只收办事要用的，办完就删，不卖给谁，不拿来推广告。

## 收什么，为什么
- 手机号或邮箱：登录、查订单、送到时联系您。
- 收件人、电话、地址：寄东西。
- 发票抬头和税号：开发票，您要才收。
- 设备的网络地址：只留一个不能还原的印记，防人乱试验证码、占货。

## 谁会看到
- 做这一件的人：发货到收货这段时间看得到收件人、电话、地址，收到以后看不到。
- 快递：运单上的那些。
- 支付机构（境外）：订单号、件名、金额。名字、电话、地址不交。
- 联络员和财务只看办事要看的，号码遮住，打开要写理由，有记录。

## 留多久
- 订单、付款、发票：交易完成起三年（电子商务法第三十一条）。
- 没注册的收藏、篮子：九十天没动就删。验证码：一天。
- 地址、收藏、设备：您删了就没了。

${zhRights}`,
      },
      en: {
        title: 'Privacy',
        body: `We take what a task needs, delete it when the task is done, sell it to nobody and use it for no advertising.

## What, and what for
- Phone number or e-mail address: to sign in, to find an order, to reach you at delivery.
- Name, phone and address of whoever receives a parcel: to send it.
- Title and tax number of an invoice: to issue it, if you ask for one.
- Your device’s network address: kept only as a keyed hash, against guessing of codes and hoarding of pieces.

## Who else sees it
- The maker of the piece: name, phone and address from sending to receipt, not afterwards.
- The carrier: what stands on the label.
- The payment provider (abroad): number of the order, pieces and amount. Not name, phone or address.
- Coordinators and finance see what their task needs. Numbers are masked; opening one needs a reason and is recorded.

## How long
- Orders, payments and invoices: three years from the end of the sale (E-commerce Law art. 31).
- Favourites and baskets of visitors without an account: until ninety days without use. Codes: a day.
- Addresses, favourites and devices: until you delete them.

${enRights}`,
      },
    },
    {
      from: '2026-06-01',
      zh: {
        title: '隐私政策',
        body: `只收办事要用的，办完就删，不卖给谁，不拿来推广告。这一版添了问答、举报和邮件登录，写明了各留多久、浏览器里存什么。

## 收什么，为什么
- 手机号或邮箱：登录、查订单、送到时联系您。
- 收件人、电话、地址：寄东西。
- 发票抬头、税号、收发票的邮箱：开发票，您要才收。
- 提问：问和答登在商品页上，不写谁问的。
- 举报、投诉、图样投诉：您的联系方式、说的事、证据，用来查和回您。图样投诉的名字和说明会给被说的卖家看。
- 设备的网络地址：只留一个不能还原的印记，防人乱试验证码、占货。

## 谁会看到
- 做这一件的人：发货到收货这段时间看得到收件人、电话、地址，收到以后看不到。
- 快递：运单上的那些。
- 支付机构（Stripe，境外）：订单号、件名、金额。名字、电话、地址不交。这一项下单前单独问您。
- 联络员和财务只看办事要看的，号码遮住，打开要写理由，有记录。
- 不做自动决定，不按人定价，不拿买过什么排搜索。

## 留多久
- 订单、付款、发票、举报：办完起三年（电子商务法第三十一条）。
- 没注册的收藏、篮子：九十天没动就删。验证码和登录链接：一天。
- 地址、收藏、设备：您删了就没了。

## 怎么保护
- 电话、邮箱、地址、证件号、发票抬头用每人自己的钥匙加密，注销就销毁钥匙。
- 出了事，马上告诉您和主管部门：出了什么事、可能伤到什么、怎么办。
- 不满十四岁的，请监护人来买。

${zhCookies}

${zhRights}`,
      },
      en: {
        title: 'Privacy',
        body: `We take what a task needs, delete it when the task is done, sell it to nobody and use it for no advertising. This version adds questions, reports and signing in by e-mail, and says how long each is kept and which cookies there are.

## What, and what for
- Phone number or e-mail address: to sign in, to find an order, to reach you at delivery.
- Name, phone and address of whoever receives a parcel: to send it.
- Title, tax number and e-mail address of an invoice: to issue it, if you ask for one.
- Questions: question and answer stand on the piece’s page, without your name.
- Reports, complaints and notices of copying: how to reach you, what happened and the evidence, to look into it and answer. Name and words of a notice of copying are shown to the seller it is about.
- Your device’s network address: kept only as a keyed hash, against guessing of codes and hoarding of pieces.

## Who else sees it
- The maker of the piece: name, phone and address from sending to receipt, not afterwards.
- The carrier: what stands on the label.
- The payment provider (Stripe, abroad): number of the order, pieces and amount. Not name, phone or address. You are asked for this on its own before you order.
- Coordinators and finance see what their task needs. Numbers are masked; opening one needs a reason and is recorded.
- Nothing is decided by a machine alone, no price depends on who you are, and what you bought does not order your search.

## How long
- Orders, payments, invoices and reports: three years from the end of the matter (E-commerce Law art. 31).
- Favourites and baskets of visitors without an account: until ninety days without use. Codes and sign-in links: a day.
- Addresses, favourites and devices: until you delete them.

## How it is protected
- Phones, e-mail addresses, postal addresses, identity numbers and invoice titles are sealed with a key of each person’s own; closing an account destroys the key.
- If something goes wrong you and the authority are told at once: what happened, what it may harm and what to do.
- Those under fourteen buy through their guardian.

${enCookies}

${enRights}`,
      },
    },
  ],
}
