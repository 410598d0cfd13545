/** What columns are called in the languages beside English and Chinese in which operators write, without accents. */
import type { ColumnRole } from './columnNames.ts';

/** Role, rank and names, French, German, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Indonesian, Vietnamese, Thai, Russian, Ukrainian, Arabic, Japanese, Korean. */
export const foreignNames: readonly (readonly [ColumnRole, number, readonly string[]])[] = [
  ['caller', 0, [
    'appelant', 'numero appelant', 'numero de l appelant', 'no appelant', 'emetteur', 'numero emetteur',
    'anrufer', 'anrufende nummer', 'anrufende rufnummer', 'rufnummer des anrufers', 'quellrufnummer',
    'origen', 'numero origen', 'numero de origen', 'telefono origen', 'llamante', 'numero llamante', 'linea origen', 'origem', 'numero origem', 'numero de origem', 'telefone origem', 'assinante origem', 'chamador', 'numero chamador', 'numero de quem liga', 'fuente',
    'chiamante', 'numero chiamante', 'utenza chiamante', 'numero di origine', 'beller', 'bellend nummer', 'dzwoniacy', 'numer dzwoniacy', 'arayan', 'arayan numara', 'arayan no',
    'số gọi', 'số gọi đi', 'số chủ gọi', 'หมายเลขต้นทาง', 'เบอร์ต้นทาง',
    'вызывающий', 'вызывающий абонент', 'вызывающий номер', 'номер вызывающего', 'кто звонил', 'звонящий', 'رقم المتصل', '発信者', '発信番号', '発信者番号', '発信元', '발신번호', '발신자', '발신자번호', '발신전화번호',
  ]],
  ['callee', 0, [
    'appele', 'numero appele', 'numero de l appele', 'no appele', 'destinataire', 'numero destinataire', 'numero compose',
    'angerufener', 'angerufene nummer', 'angerufene rufnummer', 'zielnummer', 'zielrufnummer', 'gewahlte rufnummer', 'gewahlte nummer',
    'destino', 'numero destino', 'numero de destino', 'telefono destino', 'llamado', 'numero llamado', 'numero marcado', 'linea destino', 'telefone destino', 'assinante destino', 'numero chamado', 'numero discado',
    'chiamato', 'numero chiamato', 'utenza chiamata', 'numero di destinazione', 'gebelde', 'gebeld nummer', 'wybierany numer', 'numer wybierany', 'aranan', 'aranan numara', 'aranan no',
    'số bị gọi', 'số nhận', 'หมายเลขปลายทาง', 'เบอร์ปลายทาง',
    'вызываемый', 'вызываемый абонент', 'вызываемый номер', 'номер вызываемого', 'набранный номер', 'кому звонил', 'رقم المتصل به', '着信番号', '着信者', '着信先', '着信先番号', '착신번호', '수신번호', '수신자', '착신자', '수신자번호', '착신자번호', '수신전화번호', '착신전화번호',
  ]],
  ['aParty', 1, ['rufnummer a', 'a rufnummer', 'a teilnehmer', 'abonne a', 'abonado a', 'assinante a', 'utente a', 'numero a', 'numer a', 'nomor a', 'абонент а', 'номер а', 'номер a', 'абонент a']],
  ['bParty', 1, ['rufnummer b', 'b rufnummer', 'b teilnehmer', 'abonne b', 'abonado b', 'assinante b', 'utente b', 'numero b', 'numer b', 'nomor b', 'абонент б', 'номер б', 'номер в', 'номер b', 'абонент b', 'абонент в']],
  ['number', 0, ['abonne', 'numero abonne', 'numero cible', 'numero de l abonne', 'eigene rufnummer', 'eigene nummer', 'eigen nummer', 'eigen telefoonnummer', 'nomor pelanggan', 'số thuê bao', 'anschluss', 'teilnehmer', 'abonado', 'numero abonado', 'numero investigado', 'linea investigada', 'assinante', 'numero assinante', 'terminal alvo', 'alvo', 'utenza', 'utenza intercettata', 'intestatario', 'abone', 'abone no', 'абонент', 'номер абонента', '自分の番号', '契約番号', '契約者番号', '본인번호', '가입자번호']],
  ['number', 2, ['numero', 'numero de telephone', 'ligne', 'rufnummer', 'telefonnummer', 'nummer', 'telefono', 'numero de telefono', 'linea', 'telefone', 'numero telefone', 'numero di telefono', 'telefoonnummer', 'numer', 'numer telefonu', 'telefon', 'numara', 'telefon no', 'номер', 'номер телефона', 'телефон', '電話番号', '전화번호']],
  ['other', 0, ['correspondant', 'numero correspondant', 'numero du correspondant', 'gegenstelle', 'gesprachspartner', 'partnernummer', 'numero contrario', 'interlocutor', 'contraparte', 'numero contactado', 'contacto', 'contato', 'interlocutore', 'corrispondente', 'controparte', 'tegenpartij', 'rozmowca', 'nomor lawan', 'lawan bicara', 'số đối tác', 'số liên lạc', 'karsi numara', 'karsi taraf', 'собеседник', 'номер собеседника', 'контакт', '相手番号', '相手先番号', '通話相手', '相手先電話番号', '相手電話番号', '通話先', '通話先番号', '通話先電話番号', '상대번호', '상대방번호']],
  ['direction', 0, ['sens', 'sens de l appel', 'sens appel', 'richtung', 'anrufrichtung', 'sentido', 'sentido de la llamada', 'sentido da chamada', 'direccion de llamada', 'direcao', 'direzione', 'verso', 'richting', 'kierunek', 'yon', 'arah', 'chiều', 'chiều gọi', 'направление', 'направление вызова', 'напрямок', 'الاتجاه', '発着信', '発着', '発着区分', '発着信区分', '수발신', '수발신구분', '발수신구분', '발착신']],
  ['type', 0, [
    'type de communication', 'type communication', 'type d appel', 'type appel', 'nature', 'typ', 'art', 'anrufart', 'anruftyp', 'verbindungsart', 'dienst', 'tipo', 'tipo de llamada', 'tipo llamada', 'tipo de evento', 'tipo evento', 'tipo de trafico', 'servicio', 'tipo de chamada', 'tipo chamada', 'servico', 'tipo di chiamata', 'tipo chiamata',
    'tipo traffico', 'servizio', 'soort', 'rodzaj', 'tur', 'tip', 'jenis', 'jenis panggilan', 'loại', 'loại cuộc gọi', 'тип', 'тип вызова', 'тип звонка', 'тип соединения', 'тип события', 'вид связи', 'услуга', 'النوع', '通話種別', '種別', '통화유형', '통화구분', '구분', '서비스구분',
  ]],
  ['start', 0, [
    'date et heure', 'date heure', 'date et heure de debut', 'date heure debut', 'debut', 'heure de debut', 'heure debut', 'date de debut', 'date debut', 'horodatage', 'zeitpunkt', 'zeitstempel', 'beginn', 'datum uhrzeit', 'datum zeit', 'datum und uhrzeit', 'startzeit', 'verbindungsbeginn', 'anfang',
    'fecha y hora', 'fecha hora', 'fecha y hora de inicio', 'fecha hora inicio', 'fecha inicio', 'fecha de inicio', 'hora inicio', 'hora de inicio', 'inicio', 'data hora', 'data e hora', 'data hora inicio', 'data e hora de inicio', 'data inicio', 'inizio', 'data e ora', 'data ora', 'data e ora inizio', 'data ora inizio', 'data inizio', 'ora inizio',
    'datum en tijd', 'datum tijd', 'begintijd', 'data i godzina', 'data rozpoczecia', 'poczatek', 'tarih saat', 'baslangic', 'baslangic zamani', 'waktu', 'waktu mulai', 'tanggal waktu', 'thời gian', 'thời gian bắt đầu', 'thời điểm', 'วันเวลา', 'วันที่และเวลา', 'дата и время', 'дата время', 'время начала', 'дата начала', 'начало', 'дата и время начала', 'дата і час', 'дата та час', 'час початку', '開始日時', '通話開始日時', '通話開始時刻', '発信日時', '日時', '통화시작시간', '통화시작일시', '발신일시', '시작일시', '시작시간', '통화일시', '일시',
  ]],
  ['date', 0, ['date appel', 'date de l appel', 'date d appel', 'jour', 'datum', 'fecha', 'fecha llamada', 'fecha de llamada', 'fecha de la llamada', 'data', 'data chamada', 'data da chamada', 'data chiamata', 'data della chiamata', 'tarih', 'tanggal', 'ngày', 'ngày gọi', 'วันที่', 'дата', 'дата звонка', 'дата вызова', 'التاريخ', '年月日', '通話日', '利用日', 'ご利用日', '発信日', '日付', '날짜', '통화일자']],
  ['time', 0, ['heure', 'heure appel', 'heure de l appel', 'heure d appel', 'uhrzeit', 'zeit', 'hora', 'hora llamada', 'hora de llamada', 'hora de la llamada', 'hora chamada', 'hora da chamada', 'ora', 'orario', 'ora chiamata', 'tijd', 'tijdstip', 'godzina', 'czas', 'saat', 'jam', 'giờ', 'giờ gọi', 'เวลา', 'время', 'время звонка', 'время вызова', 'час', 'الوقت', '時刻', '開始時刻', '시간', '통화시각']],
  ['end', 0, ['fin', 'heure de fin', 'heure fin', 'date de fin', 'date heure fin', 'date et heure de fin', 'ende', 'endzeit', 'verbindungsende', 'fecha fin', 'fecha de fin', 'hora fin', 'hora de fin', 'fecha hora fin', 'fecha y hora de fin', 'data hora fim', 'data fim', 'hora fim', 'fim', 'fine', 'data fine', 'ora fine', 'data e ora fine', 'eindtijd', 'koniec', 'bitis', 'bitis zamani', 'время окончания', 'дата окончания', 'окончание', 'конец', '終了日時', '終了時刻', '通話終了日時', '通話終了時刻', '종료시간', '종료일시', '통화종료시간', '통화종료일시']],
  ['answered', 0, ['etat', 'etat de l appel', 'statut', 'resultat', 'ergebnis', 'estado', 'estado de la llamada', 'estado llamada', 'resultado', 'situacao', 'esito', 'stato', 'wynik', 'durum', 'статус', 'статус вызова', 'результат', '結果', '통화결과']],
  ['cell', 0, ['cellule', 'id cellule', 'identifiant cellule', 'cellule debut', 'funkzelle', 'funkzellen id', 'zelle', 'zellen id', 'celda', 'id celda', 'celda inicio', 'celula', 'id celula', 'erb', 'erb origem', 'cella', 'id cella', 'cella inizio', 'cella iniziale', 'zendmast', 'komorka', 'baz istasyonu', 'базовая станция', 'сота', 'id соты', 'бс', '基地局', '基地局番号', '기지국', '기지국번호']],
  ['place', 0, ['adresse', 'adresse de la cellule', 'adresse cellule', 'adresse du relais', 'lieu', 'standort', 'ort', 'direccion', 'direccion celda', 'localidad', 'endereco', 'endereco erb', 'localidade', 'indirizzo', 'indirizzo cella', 'adres', 'konum', 'адрес', 'адрес бс', 'адрес базовой станции', '場所', '위치']],
];
