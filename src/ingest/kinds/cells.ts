import type { RejectionReason } from '../../records/communication.ts';
import type { KindDeclaration, RowInMaking } from './kindDeclaration.ts';
import { readDegrees } from './degrees.ts';

/** 基站: where a cell stands. Area and cell in two columns are joined as they are in communications: `LAC-CI`. */
export const cells: KindDeclaration = {
  kind: 'cells',
  needs: [['cell', 'lac']],
  // Where no coordinates are known, a place is enough.
  signs: ['latitude', 'longitude', 'position', 'place'],
  fields: [
    {
      field: 'cell', as: 'other',
      names: ['cell', 'cell id', 'cellid', 'cgi', 'ecgi', 'eci', 'ci', 'ncgi', 'site', 'site id', 'tower', 'tower id', 'base station', 'base station id', 'bts', 'bts id', 'antenna', 'antenna id', 'cell global id', 'cell identity', 'cell code', 'ci/eci', 'eci/ci', 'ci/nci', 'cgi/ecgi', 'enodeb', 'enb', 'gnb', 'node id', 'sector', 'sector id', 'cid', 'cell name',
        '小区', '小区id', '小区号', '小区编号', '小区编码', '小区标识', '基站', '基站id', '基站号', '基站编号', '基站编码', '基站标识', '基站小区', '小区识别码', '基站代码', '扇区', '小区代码', '小区名称'],
    },
    { field: 'lac', as: 'other', names: ['lac', 'tac', 'area', 'location area', 'location area code', 'lac/tac', 'area code', '位置区', '位置区码', '基站lac', 'lac码'] },
    { field: 'latitude', as: 'latitude', names: ['latitude', 'lat', 'y', 'lat deg', 'latitude deg', 'latitude wgs84', 'gps latitude', '纬度', '基站纬度', '小区纬度', 'wgs84纬度', '北纬'] },
    { field: 'longitude', as: 'longitude', names: ['longitude', 'lon', 'lng', 'long', 'x', 'lon deg', 'longitude deg', 'longitude wgs84', 'gps longitude', '经度', '基站经度', '小区经度', 'wgs84经度', '东经'] },
    { field: 'position', as: 'other', names: ['position', 'coordinates', 'coordinate', 'coords', 'lat/long', 'lat long', 'lat,lon', 'latlon', 'latlng', 'gps', 'location', '经纬度', '坐标', '位置坐标', 'gps坐标'] },
    { field: 'place', as: 'text', names: ['place', 'address', 'site address', 'name', 'site name', 'city', 'town', 'district', 'region', 'area', 'location name', 'description', '地点', '地址', '位置', '基站名称', '基站地址', '详细地址', '城市', '地市', '区域', '所在地', '站点名称', '覆盖区域', '名称'] },
    { field: 'country', as: 'text', names: ['country', 'country code', 'nation', 'mcc', 'state', '国家', '国家地区', '国别', '国家/地区', '所属国家'] },
    { field: 'operator', as: 'text', names: ['operator', 'carrier', 'network', 'mno', 'mnc', '运营商', '所属运营商', '网络'] },
  ],
  compose: composeCell,
};

function composeCell(row: RowInMaking): RejectionReason | null {
  const [cell, lac] = [row.text('cell'), row.text('lac')];
  const name = lac === '' || cell === '' ? cell || lac : `${lac}-${cell}`;
  if (name === '') return 'valueMissing';
  row.setCode('cell', name);
  const position = row.text('position');
  if (position !== '' && Number.isNaN(row.get('latitude'))) {
    const [first = '', second = ''] = position.split(/[,;\s]+/);
    let [latitude, longitude] = [readDegrees(first, 90), readDegrees(second, 180)];
    // 121.47,31.23 can only be longitude first.
    if (Number.isNaN(latitude)) [latitude, longitude] = [readDegrees(second, 90), readDegrees(first, 180)];
    if (Number.isNaN(latitude) || Number.isNaN(longitude)) return 'positionUnreadable';
    row.set('latitude', latitude);
    row.set('longitude', longitude);
  }
  return null;
}
