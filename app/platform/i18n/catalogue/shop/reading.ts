/** Pages of words: help, about, where the money goes. Days, minutes and amounts come from the rules in force. */
export const reading = {
  helpTitle: '帮助',
  helpDescription: '配送、邮费、退换、订做、公司送礼、付款、查订单、个人信息。',
  helpContents: '这一页有',
  deliveryTitle: '配送与邮费',
  deliveryReady:
    '现货付款后 {days} 天内寄出。订做的按页面上写的天数做，做好就寄。巧手歇工的日子不算在内。每一件的页面上都写着：今天下单，哪一天前寄出。',
  deliveryWay: '寄出以后，平常 {days} 天以内能到。这是估计：天气和路况会耽搁。',
  deliveryParcels: '一家一个包裹。篮里有几家的东西，就是几个包裹，各寄各的。',
  deliveryPostage: '邮费每个包裹 {parcel}。同一家的东西满 {free}，这个包裹不收邮费，寄费由寄件的商户出。',
  deliveryPostageAlways: '邮费每个包裹 {parcel}。',
  deliveryWhere:
    '寄到中国大陆。标着能寄到国外的，也寄到国外：在那一件的页面上选国家，就看得到邮费、天数和税费由谁付。寄到国外的，路上的天数不算在下面的天数里。',
  deliveryReceived: '收到以后，在订单页点一下「我收到了」。寄出 {days} 天没有消息，按收到算。',
  returnsTitle: '退换',
  returnsDays: '从签收第二天算起 {days} 天内，不讲理由也可以退，订做的除外。',
  returnsState: '退回的东西要完好：没有用过，没有洗过，标签还在。',
  returnsPost: '不讲理由退的，寄回的邮费由买的人出。东西有毛病、寄错了的，来回邮费都由商户出。',
  returnsAbroad:
    '寄到国外的也能退，规矩一样：{days} 天内在订单页给手艺人写几句，再寄回甘肃。不讲理由退的，国际邮费由您出；当地海关收的税，只有他们能退。',
  returnsMoney: '钱按原路退回付款的账户。',
  madeTitle: '订做须知',
  madeDays: '订做的天数从付款那天算起。',
  madeTick: '订做的东西照您的要求动手，没有质量问题不能退。下单时会请您勾一条，勾了才能付款。',
  madeFault: '做坏了、寄错了，照样退换。',
  companyTitle: '公司送礼',
  companyMany:
    '单位送礼、办会，和平时一样下单，同一样一次最多买 {most} 件。订做的，多要几件要多等几天，页面上写着。',
  companyAsk: '要得更多，或者想改样子，先在那一件的页面上给做的人写一句，问她做不做得来、要多久。',
  companyInvoice: '结账时发票选「单位」，写上抬头和税号，开好了发到您的电子邮箱。',
  companyTransfer: '可以对公转账，下单以后的页面上有账号。',
  companyPrice: '买多买少一个价，也不另签合同：价钱、工期、退换都照页面上写的。',
  payTitle: '怎么付款',
  payWhere:
    '付款在支付机构的页面上完成，卡号不经过我们。也可以对公转账，账号和留货的期限写在下单后的页面上。',
  payHold: '下单以后在网上付的，东西给您留 {minutes} 分钟，到时没有付款，就放回店里。',
  payNoAccount: '买东西不用登录。下单以后有一个链接，随时能看这一单。',
  payDemo: '这里是演示：付款页是模拟的，不会真的收钱。',
  findTitle: '查订单和来历',
  findOrder: '寄到国内的，用订单号和下单时的手机号查；寄到国外的，点邮件里的链接打开。',
  findOrderLink: '查我的订单',
  findPiece:
    '每一件都有编号，像 ZGJ-0001，写在它的页面和标签上。在搜索里写编号，就能找到这一件；点「查这件的来历」，看得到是谁、在哪里做的。',
  privacyTitle: '个人信息怎么用',
  privacyBuyer:
    '收件人、手机号和地址加密保存，只用来寄件和查单。寄件的商户在要寄、在路上的时候看得到，收到以后就看不到了。',
  privacyCookies:
    '网站只用必要的 Cookie：篮子、登录、您打开过的订单、收藏和关注、大字、币种、寄往哪里、一个说明网页能自己补上篮里件数的记号，还有结账写到一半的地址（加了签名，只在您的浏览器里，一刻钟作废）。没有广告，也没有别人的统计。',
  privacyMaker:
    '巧手的真名、照片和自己的话，本人同意才显示，随时可以收回。住在哪个村、家里怎样、挣了多少，不公开，也不给别人。',
  contactTitle: '找我们',
  contactPhone: '打电话问',
  contactEmail: '写邮件',
  aboutPageTitle: '这是什么地方',
  aboutDescription: '陇原巧手是兰州与甘肃乡村妇女手作的网上市集：谁在卖、一件东西怎么到这里、钱去了哪里。',
  aboutLead: '兰州与甘肃乡村妇女手作的网上市集。九样手艺，一家一家自己卖。',
  aboutOrigin:
    '起点是妇联的「陇原巧手」培训：学会了手艺，要有地方卖。卖东西的有个人、手工坊、公司、示范基地和机构，每一家都写明。',
  aboutWayTitle: '一件东西怎么到这里',
  aboutWay1: '巧手拍照，写清楚是什么、做了几个小时、多少钱。',
  aboutWay2: '她那个县的联络员看一遍，照片和写的对得上，才挂出来。',
  aboutWay3: '您下单付款，巧手做好、寄出。',
  aboutWay4: '您收到、过了退换期，货款归巧手，平台收 {percent}% 佣金。',
  aboutNotTitle: '这里没有什么',
  aboutNot:
    '没有划掉的价钱，没有倒计时，没有排行。「推荐」看的是新不新、写得全不全、有没有货，不看价钱，位置也不卖。',
  aboutSampleTitle: '现在的数据',
  aboutSample: '店里现在的人物、商户、商品和数字都是示例，图片是画出来的，不是真人真店。',
  impactTitle: '钱去了哪里',
  impactDescription: '陇原巧手完成的每一笔买卖，钱分成三股：巧手、邮费、平台佣金，加起来等于买家付的。',
  impactLead: '到昨天完成了 {sales} 笔，买家一共付了 {paid}。分成三股，一分不少。',
  impactEmptyTitle: '还没有数',
  impactEmptyText: '有五家商户完成了买卖，这里才列数：少了，就等于把别人的账摊开了。',
  impactMakers: '巧手和商户',
  impactMakersWhat: '货款减去佣金',
  impactPost: '邮费',
  impactPostWhat: '寄件的商户收，付给快递',
  impactPlatform: '平台',
  impactPlatformWhat: '佣金',
  impactTotal: '买家付的',
  impactSales: '完成的笔数',
  impactPieces: '件数',
  impactSellers: '有成交的商户',
  impactHowTitle: '怎么算的',
  impactHowDone: '只算买家收到了、退换期也过了的。没完成的不算，退掉的减去。',
  impactHowLedger: '数字从账本里加出来：每一笔分录借贷两边相等，才记得进去。',
  impactHowCommission:
    '佣金现在是货款的 {percent}%，下单时定死，以后改了费率，旧的单不变。支付手续费由平台从佣金里出。',
  impactHowWho: '谁得了多少，这里不写，那是各人自己的账。',
} as const

export const readingEn: Record<keyof typeof reading, string> = {
  helpTitle: 'Help',
  helpDescription:
    'Delivery, postage, returns, made to order, company gifts, paying, finding an order, personal data.',
  helpContents: 'On this page',
  deliveryTitle: 'Delivery and postage',
  deliveryReady:
    'What is in stock leaves within {days} days of payment. What is made to order takes the days given on its page, and leaves when it is done. Days on which a maker rests are not counted. Every page says: order today, leaves by which day.',
  deliveryWay:
    'Inside mainland China a parcel usually arrives within {days} days of leaving. That is an estimate: weather and roads may hold it up.',
  deliveryParcels:
    'One shop, one parcel. If your basket holds pieces from several shops, each sends its own.',
  deliveryPostage:
    'Postage is {parcel} a parcel. From {free} of goods from one shop that parcel carries no postage: the shop that sends it pays the carrier.',
  deliveryPostageAlways: 'Postage is {parcel} a parcel.',
  deliveryWhere:
    'We deliver within mainland China. Many pieces can also be sent abroad: choose a country on the page of the piece to see the postage, the days and who pays duties. Time on the way abroad is not counted in the days given here.',
  deliveryReceived:
    'When it has come, press “It has arrived” on the page of your order. A parcel of which nothing is heard for {days} days after it left counts as received.',
  returnsTitle: 'Returns',
  returnsDays:
    'Within {days} days, counted from the day after it arrives, you may return a piece without giving a reason, unless it was made to order.',
  returnsState: 'It must come back whole: unused, unwashed, with its label.',
  returnsPost:
    'If you simply changed your mind you pay the post back. If the piece is faulty or the wrong one, the shop pays both ways.',
  returnsAbroad:
    'The same holds for a parcel sent abroad: write to the maker from the page of your order within the {days} days, then post it back to Gansu. If you simply changed your mind, the international postage is yours to pay; duties can be given back only by the customs that took them.',
  returnsMoney: 'The money goes back the way it came.',
  madeTitle: 'Made to order',
  madeDays: 'The days are counted from the day you pay.',
  madeTick:
    'A piece made to order is begun for you and cannot be returned unless it is faulty. You will be asked to tick this before you pay.',
  madeFault: 'A bad or wrong piece can always come back.',
  companyTitle: 'Company gifts',
  companyMany:
    'Companies order like anybody else, up to {most} of one piece at a time. Where several of a made-to-order piece take longer, its page says how much.',
  companyAsk:
    'For more, or for a piece made differently, write to its maker from the page of the piece first and ask whether she can do it, and by when.',
  companyInvoice:
    'At checkout ask for an invoice (fapiao) made out to a company, with its name and tax number; it comes by e-mail.',
  companyTransfer: 'You can pay by bank transfer; the page after ordering gives the account.',
  companyPrice:
    'One piece or many, the price is the same, and there is no contract besides: price, days and returns are as its page says.',
  payTitle: 'Paying',
  payWhere:
    'You pay on the page of the payment company; card numbers never reach us. Or pay by bank transfer: the page after ordering gives the account and how long the pieces are held.',
  payHold:
    'Once ordered, the pieces are held for you for {minutes} minutes while you pay online. If they are not paid for by then they go back on sale.',
  payNoAccount:
    'You need no account to buy. After ordering you have a link that shows your order at any time.',
  payDemo: 'This is a demonstration: the payment page is simulated and takes no money.',
  findTitle: 'Finding an order, verifying a piece',
  findOrder:
    'An order inside China opens with its number and a code to the phone number you gave. One sent abroad opens by the link in our e-mails.',
  findOrderLink: 'Find my order',
  findPiece:
    'Every piece has a number such as ZGJ-0001, on its page and its label. Search for the number to find the piece; “Verify this piece” says who made it and where.',
  privacyTitle: 'Your personal data',
  privacyBuyer:
    'Name, phone number and address are stored encrypted and used for delivery and for finding your order, nothing else. The shop that sends the parcel sees them until it has arrived, and no longer.',
  privacyCookies:
    'This site sets only the cookies it needs: your basket, your sign-in, the orders you opened, what you keep and follow, large text, your currency, where parcels go, a mark that pages can fill in your basket by themselves, and for a quarter of an hour an address half typed at checkout, in your own browser only. No advertising, no third-party statistics.',
  privacyMaker:
    'A maker’s real name, photograph and words are shown only with her consent, which she can withdraw at any time. Her village, her family and her income are not published and are given to nobody.',
  contactTitle: 'Reach us',
  contactPhone: 'Call',
  contactEmail: 'E-mail',
  aboutPageTitle: 'What this place is',
  aboutDescription:
    'Qiaoshou is an online market for the handwork of women in the villages of Lanzhou and Gansu: who sells, how a piece gets here, where the money goes.',
  aboutLead:
    'An online market for the handwork of women in the villages of Lanzhou and Gansu. Nine crafts, every shop its own.',
  aboutOrigin:
    'It began with the women’s federation’s Longyuan Qiaoshou classes: those who have learned a craft need somewhere to sell. The sellers are individuals, workshops, companies, bases and institutions, and each says which it is.',
  aboutWayTitle: 'How a piece gets here',
  aboutWay1: 'The maker takes photographs and writes what it is, how many hours it took and what it costs.',
  aboutWay2: 'A coordinator of her county looks it over. It is hung here once pictures and words agree.',
  aboutWay3: 'You order and pay; the maker finishes it and sends it.',
  aboutWay4:
    'When it has arrived and the days for returns are over, the money is the maker’s, less {percent}% commission for the platform.',
  aboutNotTitle: 'What you will not find',
  aboutNot:
    'No crossed-out prices, no countdowns, no rankings. “Recommended” looks at how new a piece is, how fully it is described and whether it can be had; never at its price, and no place is for sale.',
  aboutSampleTitle: 'The data you see now',
  aboutSample:
    'The people, shops, pieces and figures here are samples and the pictures are drawn. They show nobody and nothing real.',
  impactTitle: 'Where the money goes',
  impactDescription:
    'Every completed sale at Qiaoshou in three strands: the maker, postage, the platform’s commission. Together they are what the buyer paid.',
  impactLead:
    '{sales} {sales|sale|sales} completed up to yesterday. Buyers paid {paid}. It went in three strands, and nothing is left over.',
  impactEmptyTitle: 'No figures yet',
  impactEmptyText:
    'Figures appear once five shops have completed sales: fewer would lay open somebody’s own account.',
  impactMakers: 'Makers and shops',
  impactMakersWhat: 'the goods less commission',
  impactPost: 'Postage',
  impactPostWhat: 'to the shop that sends, for the carrier',
  impactPlatform: 'The platform',
  impactPlatformWhat: 'commission',
  impactTotal: 'Buyers paid',
  impactSales: 'Completed sales',
  impactPieces: 'Pieces',
  impactSellers: 'Shops that sold',
  impactHowTitle: 'How this is counted',
  impactHowDone:
    'Only sales that have arrived and whose days for returns are over. Unfinished ones are not counted, returned ones are taken off.',
  impactHowLedger: 'The figures are sums from the ledger, which takes no entry unless both sides are equal.',
  impactHowCommission:
    'Commission is {percent}% of the goods at present and fixed when an order is placed; a later change leaves old orders as they are. The payment company’s fee is paid by the platform out of its commission.',
  impactHowWho: 'Who received how much is not written here. That is everyone’s own account.',
}
