import type { CraftField } from '~/modules/catalog/craft-template'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import type { lackingOf } from '../lacking'
import { isWaiting } from '../open-ends'
import { fieldsIn, type PocketField } from '../pocket-fields'
import { pocketPlace, stepOf } from '../pocket-place'
import { pocketTitle } from '../pocket-titles'
import type { KeptDraft, KeptPhoto } from '../store'
import { DraftState } from './pocket-state'

type PocketSendProps = {
  draft: KeptDraft
  photos: readonly KeptPhoto[]
  lacking: ReturnType<typeof lackingOf>
  asks: readonly CraftField[]
}

/** What is still missing or to be chosen, each a link to where it is written; what has arrived, and the way to hand it in: that alone needs the network. */
export function PocketSend({ draft, photos, lacking, asks }: PocketSendProps) {
  const { t, locale, href } = useTranslator()
  const naming = { t, locale, asks }
  const toVoice = pocketPlace(draft.id, 'words')
  const say = (field: PocketField, text: string) => ({
    place: pocketPlace(draft.id, stepOf(field)),
    text: `${pocketTitle(naming, field)}${t('pocket.colon')}${text}`,
  })
  const open = [
    ...(draft.voice?.isClash ? [{ place: toVoice, text: t('voice.anotherThere') }] : []),
    ...(draft.voice?.refusal ? [{ place: toVoice, text: draft.voice.refusal }] : []),
    ...fieldsIn(draft.errors, draft.clashes).flatMap((field) => {
      const fault = draft.errors[field]
      if (draft.clashes[field] !== undefined) return [say(field, t('pocket.clashShort'))]
      return fault === undefined ? [] : [say(field, fault)]
    }),
    ...(lacking.photos > 0
      ? [{ place: pocketPlace(draft.id, 'photos'), text: t('pocket.lackPhotos', { lack: lacking.photos }) }]
      : []),
    ...lacking.fields.map((field) => say(field, t('pocket.lackShort'))),
  ]
  const hasArrived = !isWaiting(draft, photos)
  return (
    <>
      <p className="mb-5">
        <DraftState draft={draft} photos={photos} />
      </p>
      {open.length > 0 ? (
        <ul className="pocket-lacking">
          {open.map(({ place, text }) => (
            <li key={text}>
              <a className="link link-line" href={place}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-5">{t('pocket.ready')}</p>
      )}
      <div className="studio-foot">
        {hasArrived ? (
          <ButtonLink kind="seal" size={68} wide href={href(paths.studioCheck({ productId: draft.id }))}>
            {t('pocket.handIn')}
          </ButtonLink>
        ) : (
          <p className="field-hint">{t('pocket.handInLater')}</p>
        )}
      </div>
    </>
  )
}
