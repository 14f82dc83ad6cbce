import{p as e,t}from"./preact-DiQsbUql.js";import{U as n,W as r,g as i,nt as a}from"./app-BhYbjUjw.js";import{a as o,o as s,p as c,s as l}from"./data-DX79vbST.js";import{i as u}from"./chart-CfB1qNWd.js";var d=i(`
  fragment Compared on Comparison {
    from
    to
    lastYear {
      energyKwh
      lastYearKwh
      change
      comparedDays
      days
    }
    similarHomes {
      status
      dwelling
      heating
      sizeFrom
      sizeTo
      sizeUnit
      climateZone
      homes
      average
      median
      lowerQuartile
      upperQuartile
      ownKwh
      place
    }
  }
`),f=i(`
    query Comparison($id: ID!, $from: Date!, $to: Date!) {
      viewer {
        account {
          id
        }
      }
      node(id: $id) {
        id
        ... on MeteringPoint {
          comparison(from: $from, to: $to) {
            ...Compared
          }
        }
      }
    }
  `,[d]),p=i(`
    query AnnualReport($id: ID!, $year: Int!) {
      viewer {
        account {
          id
        }
      }
      retailer {
        legalLinks {
          kind
          title
          url
          about
        }
      }
      node(id: $id) {
        id
        ... on MeteringPoint {
          annualReportYears
          annualReport(year: $year) {
            year
            years {
              year
              energyKwh
              quality
              cost {
                amount
              }
              basicFees {
                amount
              }
              costStatus
              vatTreatment
            }
            comparison {
              ...Compared
            }
            document {
              url
              mediaType
            }
          }
        }
      }
    }
  `,[d]);function m({rows:e}){let n=Math.max(...e.map(({kwh:e})=>e),1e-9);return t(`dl`,{class:`versus-bars`,children:e.map(({mark:e,name:r,kwh:i})=>t(`div`,{children:[t(`dt`,{children:[t(u,{of:e}),r]}),t(`dd`,{children:[t(`span`,{class:`versus-bar versus-${e}`,style:{width:`${Math.max(0,i)/n*100}%`}}),t(`span`,{class:`versus-value`,children:l.value.energy(i)})]})]},r))})}function h({comparison:n,name:r}){let i=a(`comparison`).lastYear,o=l.value,{energyKwh:s,lastYearKwh:c,change:u,comparedDays:d,days:f}=n;return t(`section`,{class:`card versus`,"aria-labelledby":`last-year`,children:[t(`h2`,{id:`last-year`,children:i.title}),s===null||c===null?t(`p`,{class:`muted`,children:i.none}):t(e,{children:[t(`div`,{children:[t(`p`,{class:`big`,children:u===null?o.energy(s):o.change(u)}),t(`p`,{class:`muted`,children:u===null?i.now:g(u)})]}),t(m,{rows:[{mark:`own`,name:r,kwh:s},{mark:`previous`,name:i.before,kwh:c}]}),d<f&&t(`p`,{class:`hint`,children:i.comparedDays(d,f)})]})]})}function g(e){let t=a(`comparison`).lastYear;return Math.round(e*100)===0?t.same:e<0?t.less:t.more}function _({id:e}){let n=c([e])?.meteringPoints.nodes.find(t=>t.id===e);return t(`span`,{class:`h1-of`,children:n?`${s(n)}, ${o(n)}`:`\xA0`})}function v(){let{missingPoint:e}=a(`comparison`);r(e.title);let i=n();return t(`section`,{class:`prose`,children:[t(`h1`,{ref:i,tabIndex:-1,children:e.title}),t(`p`,{children:e.text}),t(`p`,{children:t(`a`,{class:`button`,href:`/`,children:e.home})})]})}function y(e){let{lowerQuartile:t,upperQuartile:n,median:r,ownKwh:i}=e;if(t===null||n===null||r===null)return null;let a=Math.max(n,i??0)*1.15;if(a<=0)return null;let o=e=>Math.round(Math.max(0,e)/a*1e3)/10;return{lower:o(t),upper:o(n),median:o(r),own:i===null?null:o(i)}}function b({homes:n}){let r=a(`comparison`).similar,i=l.value,{average:o,median:s,ownKwh:c,place:u,lowerQuartile:d,upperQuartile:f}=n,p=n.status===`AVAILABLE`&&o!==null&&s!==null,h=p&&c!==null&&o>0?(c-o)/o:null,g=y(n);return t(`section`,{class:`card versus`,"aria-labelledby":`similar-homes`,children:[t(`h2`,{id:`similar-homes`,children:r.title}),p?t(e,{children:[t(`div`,{children:[t(`p`,{class:`big`,children:i.energy(c??o)}),t(`p`,{class:`muted`,children:h===null?r.average:S(h)})]}),t(m,{rows:[...c===null?[]:[{mark:`own`,name:r.own,kwh:c}],{mark:`similar`,name:r.average,kwh:o}]}),g&&t(`div`,{children:[t(C,{spread:g}),t(`p`,{class:`hint`,children:r.strip})]}),t(`ul`,{class:`bullets`,children:[u!==null&&t(`li`,{children:r.place(i.percent(u))}),t(`li`,{children:r.median(i.energy(s))}),d!==null&&f!==null&&t(`li`,{children:r.quartiles(i.energy(d),i.energy(f))})]})]}):t(`p`,{children:n.status===`AVAILABLE`?r.status.NOT_COMPUTED:r.status[n.status]}),t(w,{homes:n})]})}var x=.1;function S(e){let t=a(`comparison`).similar;return Math.abs(e)<=x?t.same:e<0?t.less:t.more}function C({spread:{lower:e,upper:n,median:r,own:i}}){return t(`svg`,{class:`spread`,viewBox:`0 0 100 20`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:[t(`path`,{class:`spread-line`,d:`M0 10h100`}),t(`path`,{class:`spread-band`,d:`M${e} 3H${n}V17H${e}z`}),t(`path`,{class:`spread-median`,d:`M${r} 1v18`}),i!==null&&t(`path`,{class:`spread-own`,d:`M${i} 0v20`})]})}function w({homes:e}){let n=a(`comparison`).similar,{dwelling:r,heating:i,sizeFrom:o,sizeTo:s,sizeUnit:c,climateZone:u}=e;if(r===null||i===null)return null;let d=o===null||c===null?null:s===null?n.sizeOver[c](l.value.decimal(o,0)):n.size[c](l.value.decimal(o,0),l.value.decimal(s,0)),f=[n.dwellings[r],n.heatings[i],d,u===null?null:n.climateZone(u)];return t(`details`,{children:[t(`summary`,{children:n.who}),t(`p`,{children:[f.filter(e=>e!==null).join(`, `),`.`]}),t(`p`,{class:`muted`,children:[e.homes!==null&&`${n.homes(e.homes)} `,n.excluded]})]})}export{p as a,h as i,v as n,f as o,_ as r,b as t};