import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import type { ListingView, OpenListing } from '../get-listing.server'
import { reasonTitle } from '../listing-texts'
import { DictationState } from './dictation-state'

type PieceStateProps = Pick<ListingView, 'productId' | 'status' | 'live' | 'open'> & { done: string }

/** Where a piece stands, in words, and what can be done about it. What the coordinator asked for comes first. */
export function PieceState({ productId, status, live, open, done }: PieceStateProps) {
  const { t, href } = useTranslator()
  const isPaused = status === 'paused'
  return (
    <div>
      {open?.reason ? <CoordinatorAnswer reason={open.reason} /> : null}
      {done === 'taken-back' ? (
        <Banner tone="done" role="status" className="mb-4">
          {t('studio.pieceTakenBack')}
        </Banner>
      ) : null}
      {open?.dictation ? (
        <DictationState productId={productId} state={open.dictation} isNew={done === 'spoken'} />
      ) : null}
      {open?.state === 'submitted' ? <BeingRead open={open} isNew={done === 'submitted'} /> : null}
      {open?.state === 'draft' && !open.dictation && !live ? (
        <p className="studio-lead">{t('studio.pieceDraftText')}</p>
      ) : null}
      {live ? (
        <section className="studio-section">
          <h2>{t(isPaused ? 'studio.piecePaused' : 'studio.pieceOnSale')}</h2>
          <p>
            {isPaused ? t('studio.piecePausedText') : t('studio.pieceOnSaleText', { serial: live.serial })}
          </p>
          {open ? <p className="quiet">{t('studio.pieceChangingText')}</p> : null}
          <p>
            <a className="link link-line" href={href(paths.product({ slug: live.slug }))}>
              {t('studio.pieceSeeInShop')}
            </a>
          </p>
          <form method="post" className="grid gap-3">
            {open ? null : (
              <>
                <Button kind="seal" size={68} wide name="intent" value="edit">
                  {t('studio.pieceEdit')}
                </Button>
                <p className="field-hint">{t('studio.pieceEditHint')}</p>
              </>
            )}
            <Button wide name="intent" value={isPaused ? 'resume' : 'pause'}>
              {t(isPaused ? 'studio.pieceResume' : 'studio.piecePause')}
            </Button>
          </form>
          {isPaused ? <RemoveForGood /> : null}
        </section>
      ) : null}
    </div>
  )
}

/** What cannot be undone lies one tap deeper, and says so. */
function RemoveForGood() {
  const { t } = useTranslator()
  return (
    <details className="fold mt-5">
      <summary>{t('studio.pieceRemove')}</summary>
      <form method="post" className="grid gap-3 pt-3">
        <p>{t('studio.pieceRemoveText')}</p>
        <Button wide name="intent" value="remove">
          {t('studio.pieceRemoveNow')}
        </Button>
      </form>
    </details>
  )
}

/** The reason of the list, her words as she wrote them, who and when. */
function CoordinatorAnswer({ reason }: { reason: NonNullable<OpenListing['reason']> }) {
  const { t } = useTranslator()
  const { code, text, by, at } = reason
  return (
    <Banner tone="wait" icon="pencil">
      <p>
        <Badge tone="hers">{t('studio.standingChanges')}</Badge> <b>{t(reasonTitle[code])}</b>
      </p>
      {text ? (
        <blockquote className="lead whitespace-pre-line" lang="zh-CN">
          {text}
        </blockquote>
      ) : null}
      <p className="quiet">
        {by ? t('studio.answerBy', { name: by, time: at }) : t('studio.answerByNobody', { time: at })}
      </p>
    </Banner>
  )
}

function BeingRead({ open, isNew }: { open: OpenListing; isNew: boolean }) {
  const { t, href } = useTranslator()
  return (
    <>
      <Banner
        className="mb-4"
        tone={isNew ? 'done' : 'info'}
        icon={isNew ? 'check' : 'clock'}
        role={isNew ? 'status' : undefined}
      >
        <p>
          <b>{t(isNew ? 'studio.pieceDone' : 'studio.pieceReading')}</b>
        </p>
        <p>
          {isNew
            ? t('studio.pieceDoneText')
            : t('studio.pieceReadingSince', { time: open.submittedAt ?? '' })}
        </p>
      </Banner>
      <form method="post" className="grid gap-3" noValidate>
        {isNew ? (
          <ButtonLink kind="seal" size={68} wide href={href(paths.studioNewProduct())}>
            {t('studio.piecesNew')}
          </ButtonLink>
        ) : null}
        <Button wide name="intent" value="take-back">
          {t('studio.pieceTakeBack')}
        </Button>
      </form>
    </>
  )
}
