-- AlterEnum
ALTER TYPE "ConsentMeans" ADD VALUE 'tick';

-- AlterTable
ALTER TABLE "ConnectAccount" ADD COLUMN     "consentId" UUID;

-- CreateIndex
CREATE INDEX "ConnectAccount_consentId_idx" ON "ConnectAccount"("consentId");

-- AddForeignKey
ALTER TABLE "ConnectAccount" ADD CONSTRAINT "ConnectAccount_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- Nothing about a person goes to a payment provider abroad before she has agreed to that alone (PIPL art. 39). What the database demands it brings along: a newer version is a new row.
INSERT INTO "TextVersion" (id, kind, version, locale, title, body) VALUES
  (gen_random_uuid(), 'payment_abroad', 1, 'zh-CN', '付款信息交给境外的支付机构',
   E'谁收：Stripe, Inc.（美国，354 Oyster Point Boulevard, South San Francisco, California 94080，privacy@stripe.com）和它的关联公司。它们不在中国内地。\n交什么：这一单的订单号、件名、件数和金额。您在付款页上填的银行卡或者支付宝、微信账户，还有您设备的网络地址，由它直接收。收件人、手机号和地址不交。\n为什么：收这一单的款，退款时按原路退，查盗刷。\n怎么处理：加密传送，按它的隐私政策（stripe.com/privacy）和法律要求的年限保存。\n怎么撤回：没付款以前，在订单页点「不要了，放回篮里」，付款页当场关掉。付款以后要查、要改、要删，写信到 privacy@stripe.com，或者请我们转达。撤回以前已经办的，不受影响。'),
  (gen_random_uuid(), 'payment_abroad', 1, 'en', 'Payment details go to a provider abroad',
   E'Who receives them: Stripe, Inc. (354 Oyster Point Boulevard, South San Francisco, California 94080, USA, privacy@stripe.com) and its affiliates. They are outside mainland China.\nWhat: the number of this order, the pieces, how many and the amount. The card or the Alipay or WeChat account that you enter on the payment page, and your device’s network address, go to it directly. Name, phone and address do not.\nWhy: to take the payment for this order, to send a refund back the same way, to detect stolen cards.\nHow: sent encrypted, kept as its privacy policy (stripe.com/privacy) and the law require.\nTo withdraw: before you have paid, choose “Leave it, back to the basket” on the order’s page; the payment page closes at once. Afterwards, to see, correct or delete what it holds, write to privacy@stripe.com or ask us to pass it on. What was done before you withdrew stands.'),
  (gen_random_uuid(), 'payout_abroad', 1, 'zh-CN', '收款资料交给境外的支付机构',
   E'谁收：Stripe, Inc.（美国，354 Oyster Point Boulevard, South San Francisco, California 94080，privacy@stripe.com）和它的关联公司。它们不在中国内地。\n交什么：您选的国家或地区，我们给您的编号，以后每一笔货款的金额。姓名、生日、地址、电话、证件和银行账户，您在 Stripe 的页面上填，由它直接收。\n为什么：给您开收款账户，把货款转给您，按法律核对身份。\n怎么处理：加密传送，按它的隐私政策（stripe.com/privacy）和法律要求的年限保存。\n怎么撤回：在「收款设置」里点「撤回同意」。以后的货款不再走 Stripe，付到您的银行卡。要查、要改、要删，写信到 privacy@stripe.com，或者请我们转达。撤回以前已经办的，不受影响。'),
  (gen_random_uuid(), 'payout_abroad', 1, 'en', 'Your details for being paid go to a provider abroad',
   E'Who receives them: Stripe, Inc. (354 Oyster Point Boulevard, South San Francisco, California 94080, USA, privacy@stripe.com) and its affiliates. They are outside mainland China.\nWhat: the country you choose, our number for you, and later the amount of each payment. Name, birthday, address, phone, identity document and bank account you enter on Stripe’s own pages; they go to it directly.\nWhy: to open an account for being paid, to transfer your money to it, to check who you are as the law requires.\nHow: sent encrypted, kept as its privacy policy (stripe.com/privacy) and the law require.\nTo withdraw: choose “Withdraw my agreement” under “Where my money goes”. From then on your money no longer goes by Stripe but to your bank card. To see, correct or delete what it holds, write to privacy@stripe.com or ask us to pass it on. What was done before you withdrew stands.');

-- A payment that has a page with the provider says what its buyer agreed to; that is noted once. Payments from before the first text are as they were.
CREATE FUNCTION agreed_before_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."abroadTextId" IS NOT NULL AND (NEW."abroadTextId", NEW."abroadAgreedAt") IS DISTINCT FROM (OLD."abroadTextId", OLD."abroadAgreedAt") THEN
    RAISE EXCEPTION 'what the buyer of payment % agreed to is kept as it was', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."abroadTextId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "TextVersion" WHERE id = NEW."abroadTextId" AND kind = 'payment_abroad') THEN
    RAISE EXCEPTION 'payment % names another text than that on payments abroad', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.gateway = 'stripe' AND NEW."sessionId" IS NOT NULL AND NEW."abroadTextId" IS NULL
     AND EXISTS (SELECT 1 FROM "TextVersion" WHERE kind = 'payment_abroad' AND "validFrom" <= NEW."createdAt") THEN
    RAISE EXCEPTION 'the buyer of payment % has not agreed that it goes abroad', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreed_before_payment BEFORE INSERT OR UPDATE OF gateway, "sessionId", "abroadTextId", "abroadAgreedAt", "createdAt" ON "Payment"
  FOR EACH ROW EXECUTE FUNCTION agreed_before_payment();

-- Whether a consent stands, for this purpose and this text, and is that of her whose money it is: the person herself, or an owner of the seller.
CREATE FUNCTION party_consents(consent uuid, party uuid, what text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "Consent" c JOIN "TextVersion" t ON t.id = c."textVersionId" JOIN "Party" y ON y.id = party
    WHERE c.id = consent AND c.purpose = what AND t.kind = what AND c."withdrawnAt" IS NULL
      AND (y."personId" = c."personId" OR EXISTS (
        SELECT 1 FROM "SellerPerson" sp WHERE sp."sellerId" = y."sellerId" AND sp."personId" = c."personId" AND sp.role = 'owner'
          AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date))) $$;

-- An account with the provider is opened with her consent. Accounts from before the first text are as they were until they are opened again.
CREATE FUNCTION agreed_before_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT coalesce(party_consents(NEW."consentId", NEW."partyId", 'payout_abroad'), false) THEN
    RAISE EXCEPTION 'whose account % is has not agreed that it goes abroad', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreed_before_account BEFORE INSERT ON "ConnectAccount" FOR EACH ROW EXECUTE FUNCTION agreed_before_account();
CREATE TRIGGER agreed_before_account_change BEFORE UPDATE OF "partyId", "consentId" ON "ConnectAccount"
  FOR EACH ROW WHEN ((NEW."partyId", NEW."consentId") IS DISTINCT FROM (OLD."partyId", OLD."consentId")) EXECUTE FUNCTION agreed_before_account();
