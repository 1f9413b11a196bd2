import { formatBeijingTime } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { isOfALanguage } from '../language-of'
import type { ConversationView, MessageView } from '../message-view'
import { sayingOf } from '../saying'

type ThreadProps = { view: ConversationView; photoHref: (attachmentId: string) => string }

/** The messages, oldest first. Phrases are in the reader's language, words as they were written, with their language named when it is another. */
export function Thread({ view, photoHref }: ThreadProps) {
  const { t } = useTranslator()
  if (view.messages.length === 0) return <p className="talk-none">{t('messages.none')}</p>
  return (
    <ol className="talk-list" aria-label={t('messages.listLabel')}>
      {view.messages.map((message) => (
        <Said key={message.id} message={message} sellerName={view.sellerName} photoHref={photoHref} />
      ))}
    </ol>
  )
}

function Said({
  message,
  sellerName,
  photoHref,
}: {
  message: MessageView
  sellerName: string
  photoHref: (attachmentId: string) => string
}) {
  const { t, locale } = useTranslator()
  const { isMine, side, phrase, words, isErased, lang, photos } = message
  const theirs = side === 'seller' ? sellerName : t('messages.theBuyer')
  return (
    <li className={isMine ? 'said said-mine' : 'said'}>
      <p className="said-head">
        <b>{isMine ? t('messages.you') : theirs}</b>{' '}
        <time dateTime={message.sentAt}>{formatBeijingTime(locale, new Date(message.sentAt))}</time>
        {isMine && message.isRead ? <span> · {t('messages.wasRead')}</span> : null}
      </p>
      {phrase ? <p className="said-words">{sayingOf(t, phrase)}</p> : null}
      {isErased ? <p className="said-note">{t('messages.erased')}</p> : null}
      {words !== null && lang !== null ? (
        <>
          <p className="said-words" lang={lang}>
            {words}
          </p>
          {lang === locale || !isOfALanguage(words) ? null : (
            <p className="said-note">{t(lang === 'en' ? 'messages.inEnglish' : 'messages.inChinese')}</p>
          )}
        </>
      ) : null}
      {photos.length > 0 ? (
        <p className="said-photos">
          {photos.map((attachmentId, at) => (
            <a key={attachmentId} href={photoHref(attachmentId)}>
              <img
                src={photoHref(attachmentId)}
                alt={t('messages.photo', { number: at + 1 })}
                loading="lazy"
              />
            </a>
          ))}
        </p>
      ) : null}
    </li>
  )
}
