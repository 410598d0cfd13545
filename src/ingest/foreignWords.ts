/** Words of a direction, of a kind of call and of its outcome in the languages beside English, Chinese, Japanese and Korean, with or without accents. */
import type { Meaning } from './directionWords.ts';

/** Meaning and words, those of a language in a line: French, German, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Indonesian, Vietnamese, Thai, Russian, Ukrainian, Arabic. */
export const foreignWords: readonly (readonly [Meaning, readonly string[]])[] = [
  [{ direction: 'out' }, [
    'sortant', 'sortante', 'emis', 'emise', 'emission', 'envoye', 'envoyee', 'ausgehend', 'ausgehende', 'ausgehender', 'abgehend', 'abgehender', 'gewahlt', 'gesendet', 'saliente', 'salientes', 'realizada', 'emitida', 'enviado', 'enviada', 'enviados', 'efetuada', 'originada', 'saida', 'uscente', 'uscita', 'effettuata', 'inviato', 'inviata',
    'uitgaand', 'uitgaande', 'wychodzace', 'wychodzaca', 'giden', 'aradı', 'keluar', 'gọiđi', 'โทรออก', 'вихідний', 'вихідна', 'вихідне', 'вихідні', 'صادر', 'صادرة', 'исходящий', 'исходящая', 'исходящее', 'исходящие', 'исх',
  ]],
  [{ direction: 'in' }, [
    'entrant', 'entrante', 'entrantes', 'recu', 'recue', 'reception', 'eingehend', 'eingehende', 'eingehender', 'ankommend', 'ankommender', 'angenommen', 'empfangen', 'recibida', 'recibido', 'recibidos', 'recebida', 'recebido', 'entrada', 'entrata', 'ricevuta', 'ricevuto',
    'inkomend', 'inkomende', 'przychodzace', 'przychodzaca', 'gelen', 'arandı', 'masuk', 'gọiđến', 'โทรเข้า', 'รับสาย', 'вхідний', 'вхідна', 'вхідне', 'вхідні', 'وارد', 'واردة', 'входящий', 'входящая', 'входящее', 'входящие', 'вх',
  ]],
  [{ direction: 'in', type: 'call', answered: false }, ['manque', 'manquee', 'verpasst', 'verpasster', 'entgangen', 'perdida', 'persa', 'gemist', 'cuộcgọinhỡ', 'gọinhỡ', 'takterjawab', 'gemiste', 'nieodebrane', 'cevapsız', 'cevapsiz', 'пропущенный', 'пропущенная', 'пропущенные', 'пропущений', 'สายที่ไม่ได้รับ', 'فائتة']],
  [{ type: 'call' }, ['appel', 'appels', 'voix', 'vocal', 'anruf', 'sprache', 'gesprach', 'llamada', 'voz', 'chamada', 'ligacao', 'chiamata', 'voce', 'oproep', 'gesprek', 'połaczenie', 'arama', 'ses', 'panggilan', 'звонок', 'вызов', 'голос', 'разговор', 'дзвінок', 'مكالمة']],
  [{ type: 'text' }, ['texto', 'textos', 'kurznachricht', 'nachricht', 'mensaje', 'mensajes', 'mensagem', 'messaggio', 'bericht', 'wiadomosc', 'mesaj', 'pesan', 'смс', 'сообщение']],
  [{ answered: true }, ['repondu', 'abouti', 'decroche', 'angenommen', 'contestada', 'atendida', 'completada', 'risposta', 'risposto', 'отвечен', 'успешно', 'состоялся']],
  [{ answered: false }, ['sansreponse', 'occupe', 'echec', 'besetzt', 'nichtangenommen', 'ocupado', 'occupato', 'senzarisposta', 'fallida', 'занято', 'неотвечен', 'безответа', 'неуспешно']],
];
