import { useState } from 'react'
import { pictureAccept } from '~/modules/media/picture-limits'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field, TextareaField } from '~/ui/field'
import type { ConversationView } from '../message-view'
import { phrases, situations } from '../phrases'
import { sayingOf } from '../saying'
import { longest, mostPhotos } from '../schema'

type ComposerProps = { view: ConversationView; token: string; failure: FormFailure | null }

/**
 * The place to write: prepared phrases that one press sends, words of one's own, photos. Works without scripts. What she writes stays while the page is read again beside it, as it is once she has it open: the form keeps
 * the token that it began with.
 */
export function Composer({ view, token: newest, failure }: ComposerProps) {
  const { t } = useTranslator()
  const [token] = useState(newest)
  const ordered = view.order !== null
  const shown = situations.filter((situation) => situation !== (ordered ? 'asking' : 'ordered'))
  return (
    <form method="post" encType="multipart/form-data" className="talk-form" noValidate>
      <h2 className="unseen">{t('messages.write')}</h2>
      <input type="hidden" name="token" value={token} />
      {failure?.formError && Object.keys(failure.errors).length === 0 ? (
        <Banner tone="wrong" role="alert">
          {failure.formError}
        </Banner>
      ) : null}
      <fieldset className="talk-phrases">
        <legend>{t(view.side === 'seller' ? 'messages.phrasesSeller' : 'messages.phrasesBuyer')}</legend>
        <div className="talk-phrase-list">
          {shown.flatMap((situation) =>
            phrases[view.side][situation].map((phrase) => (
              <button key={phrase} type="submit" className="talk-phrase" name="phrase" value={phrase}>
                {sayingOf(t, phrase)}
              </button>
            )),
          )}
        </div>
      </fieldset>
      <TextareaField
        id="words"
        name="words"
        label={t('messages.wordsLabel')}
        hint={t(view.isPaid ? 'messages.wordsHintPaid' : 'messages.wordsHint')}
        error={failure?.errors.words}
        defaultValue={failure?.values.words}
        maxLength={longest}
      />
      <Field
        id="photos"
        name="photos"
        type="file"
        accept={pictureAccept}
        multiple
        label={t('messages.photosLabel')}
        mark={t('common.optional')}
        hint={t('messages.photosHint', { most: mostPhotos })}
        error={failure?.errors.photos}
      />
      <Button kind="seal">{t('messages.send')}</Button>
    </form>
  )
}
