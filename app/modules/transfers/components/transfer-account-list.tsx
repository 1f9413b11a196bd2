import { inFours, type TransferAccount } from '~/modules/settings/transfer-account'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { CopyLine } from '~/ui/copy-line'
import { SpecList } from '~/ui/spec-list'

type TransferAccountListProps = { account: TransferAccount; amountFen: number; number: string }

/** Where the money goes, how much, and the note by which it is found; each can be copied. */
export function TransferAccountList({ account, amountFen, number }: TransferAccountListProps) {
  const { t, locale } = useTranslator()
  const line = (id: string, text: string) => (
    <CopyLine id={id} text={text} act={t('transfer.copy')} copied={t('transfer.copied')} />
  )
  return (
    <SpecList
      items={[
        { term: t('transfer.holder'), detail: line('account-holder', account.holder[locale]) },
        { term: t('transfer.bank'), detail: line('account-bank', account.bank[locale]) },
        {
          term: t('transfer.number'),
          detail: <span className="num">{line('account-number', inFours(account.number))}</span>,
        },
        {
          term: t('transfer.amount'),
          detail: (
            <>
              <b className="num">{line('transfer-amount', formatMoney(locale, amountFen))}</b>
              <span className="small quiet">{t('transfer.amountHint')}</span>
            </>
          ),
        },
        {
          term: t('transfer.remark'),
          detail: (
            <>
              <span className="num">{line('transfer-remark', number)}</span>
              <span className="small quiet">{t('transfer.remarkHint')}</span>
            </>
          ),
        },
      ]}
    />
  )
}
