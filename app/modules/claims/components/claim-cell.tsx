import type { WorkQueue } from '~/generated/prisma/enums'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Folded } from '~/ui/decide-form'
import { SelectField } from '~/ui/field'
import { claimText } from '../claim-view'
import type { Work } from '../find-work.server'

type ClaimCellProps = {
  subjectId: string
  /** what the line is about, read out after each button */
  title: string
  work: Work
  /** where several queues stand on one page: which of them */
  queue?: WorkQueue
}

/** Who is on one line of a queue, with the buttons to take it, let go of it or give it to a colleague. */
export function ClaimCell({ subjectId, title, work: { claims, colleagues }, queue }: ClaimCellProps) {
  const { t } = useTranslator()
  const claim = claims[subjectId]
  const isHeld = claim !== undefined && !claim.isMine
  if (isHeld && !claim.isFromMe) return <span className="queue-claim">{claimText(t, claim)}</span>
  const subject = (
    <>
      <input type="hidden" name="subject" value={subjectId} />
      {queue ? <input type="hidden" name="queue" value={queue} /> : null}
    </>
  )
  return (
    <div className="claim-cell">
      {claim ? <span className="queue-claim">{claimText(t, claim)}</span> : null}
      <form method="post">
        {subject}
        <Button kind="text" name="intent" value={claim && !isHeld ? 'release' : 'take'}>
          {t(isHeld ? 'claims.takeBack' : claim ? 'claims.release' : 'claims.take')}
          <span className="unseen"> {title}</span>
        </Button>
      </form>
      {colleagues.length > 0 && !isHeld ? (
        <Folded
          summary={
            <>
              {t('claims.giveLabel')}
              <span className="unseen"> {title}</span>
            </>
          }
          isOpen={false}
        >
          <form method="post" className="claim-give" noValidate>
            {subject}
            <SelectField
              id={`to-${subjectId}`}
              name="to"
              label={t('claims.giveLabel')}
              choices={colleagues.map(({ userId, name }) => ({ value: userId, text: name }))}
            />
            <Button name="intent" value="give">
              {t('claims.give')}
            </Button>
          </form>
        </Folded>
      ) : null}
    </div>
  )
}
