/** Characters of the word lists in the form that Taiwan, Hong Kong and Macao write, each before the one that the lists hold. */
const pairs =
  '號号 碼码 電电 話话 時时 間间 長长 開开 結结 對对 發发 訊讯 撥拨 機机 類类 別别 編编 錄录 業业 務务 區区 費费 監监 聯联 絡络 終终 態态 應应 單单 戶户 證证 帳帐 營营 運运 門门 臺台 點点 質质 際际 網网 國国 來来 轉转 ' +
  '簡简 輸输 數数 據据 響响 無无 連连 續续 錢钱 帶带 級级 簽签 約约 賬账 實实 總总 計计 過过 從从 進进 動动 線线 組组 織织 經经 緯纬 給给 統统 幣币 標标 識识 稱称 種种 條条 檢检 構构 權权 記记 訂订 認认 該该 詳详 說说 ' +
  '資资 轄辖 辦办 遞递 選选 還还 錯错 關关 階阶 雲云 頁页 項项 順顺 領领 題题 額额 體体 當当 為为 備备 註注 覽览 歸归 屬属 離离 歷历 銀银 匯汇 貸贷 餘余 獲获 繳缴 詐诈 騙骗 員员 執执 請请 審审 範范 圍围 斷断 後后 週周 ' +
  '與与 處处 設设 狀状 場场 縣县 鄉乡 鎮镇 僅仅 顯显 檔档 滅灭 啟启 啓启 購购 賣卖 買买 個个 衛卫 報报 誰谁 贓赃 ' +
  '調调 詢询 紀纪 聲声 樓楼 閱阅 鐘钟 傳传 聽听 佔占 雙双 絕绝 測测 軌轨 誤误 鈴铃 掛挂 隊队';

const simplified: ReadonlyMap<string, string> = new Map(pairs.split(' ').map((pair) => [pair[0]!, pair[1]!]));

/** The text with traditional characters in their simplified form, as far as names of columns and words of calls use them. */
export function simplify(text: string): string {
  return /[\u3400-\u9fff]/.test(text) ? Array.from(text, (character) => simplified.get(character) ?? character).join('') : text;
}
