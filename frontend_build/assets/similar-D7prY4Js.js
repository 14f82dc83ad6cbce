import{p as e,s as t,t as n}from"./preact-DiQsbUql.js";import{H as r,U as i,g as a,tt as o}from"./app-WgkoDno2.js";import{a as s,d as c,f as l,o as u,s as d,u as f}from"./data-DKIEJbCy.js";import{i as p}from"./chart-CSknWxXH.js";var m=a(`
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
`),h=a(`
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
  `,[m]),g=a(`
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
  `,[m]);function _({rows:e}){let t=Math.max(...e.map(({kwh:e})=>e),1e-9);return n(`dl`,{class:`versus-bars`,children:e.map(({mark:e,name:r,kwh:i})=>n(`div`,{children:[n(`dt`,{children:[n(p,{of:e}),r]}),n(`dd`,{children:[n(`span`,{class:`versus-bar versus-${e}`,style:{width:`${Math.max(0,i)/t*100}%`}}),n(`span`,{class:`versus-value`,children:d.value.energy(i)})]})]},r))})}function v({comparison:t,name:r}){let i=o(`comparison`).lastYear,a=d.value,{energyKwh:s,lastYearKwh:c,change:l,comparedDays:u,days:f}=t;return n(`section`,{class:`card versus`,"aria-labelledby":`last-year`,children:[n(`h2`,{id:`last-year`,children:i.title}),s===null||c===null?n(`p`,{class:`muted`,children:i.none}):n(e,{children:[n(`div`,{children:[n(`p`,{class:`big`,children:l===null?a.energy(s):a.change(l)}),n(`p`,{class:`muted`,children:l===null?i.now:y(l)})]}),n(_,{rows:[{mark:`own`,name:r,kwh:s},{mark:`previous`,name:i.before,kwh:c}]}),u<f&&n(`p`,{class:`hint`,children:i.comparedDays(u,f)})]})]})}function y(e){let t=o(`comparison`).lastYear;return Math.round(e*100)===0?t.same:e<0?t.less:t.more}function b({id:e}){let r=l.value.find(({meteringPoints:t})=>t.nodes.some(t=>t.id===e));t(()=>{r&&r!==c.peek()&&f(r.id)},[r]);let i=r?.meteringPoints.nodes.find(t=>t.id===e);return n(`span`,{class:`h1-of`,children:i?`${u(i)}, ${s(i)}`:`\xA0`})}function x(){let{missingPoint:e}=o(`comparison`);i(e.title);let t=r();return n(`section`,{class:`prose`,children:[n(`h1`,{ref:t,tabIndex:-1,children:e.title}),n(`p`,{children:e.text}),n(`p`,{children:n(`a`,{class:`button`,href:`/`,children:e.home})})]})}function S(e){let{lowerQuartile:t,upperQuartile:n,median:r,ownKwh:i}=e;if(t===null||n===null||r===null)return null;let a=Math.max(n,i??0)*1.15;if(a<=0)return null;let o=e=>Math.round(Math.max(0,e)/a*1e3)/10;return{lower:o(t),upper:o(n),median:o(r),own:i===null?null:o(i)}}function C({homes:t}){let r=o(`comparison`).similar,i=d.value,{average:a,median:s,ownKwh:c,place:l,lowerQuartile:u,upperQuartile:f}=t,p=t.status===`AVAILABLE`&&a!==null&&s!==null,m=p&&c!==null&&a>0?(c-a)/a:null,h=S(t);return n(`section`,{class:`card versus`,"aria-labelledby":`similar-homes`,children:[n(`h2`,{id:`similar-homes`,children:r.title}),p?n(e,{children:[n(`div`,{children:[n(`p`,{class:`big`,children:i.energy(c??a)}),n(`p`,{class:`muted`,children:m===null?r.average:T(m)})]}),n(_,{rows:[...c===null?[]:[{mark:`own`,name:r.own,kwh:c}],{mark:`similar`,name:r.average,kwh:a}]}),h&&n(`div`,{children:[n(E,{spread:h}),n(`p`,{class:`hint`,children:r.strip})]}),n(`ul`,{class:`bullets`,children:[l!==null&&n(`li`,{children:r.place(i.percent(l))}),n(`li`,{children:r.median(i.energy(s))}),u!==null&&f!==null&&n(`li`,{children:r.quartiles(i.energy(u),i.energy(f))})]})]}):n(`p`,{children:t.status===`AVAILABLE`?r.status.NOT_COMPUTED:r.status[t.status]}),n(D,{homes:t})]})}var w=.05;function T(e){let t=o(`comparison`).similar;return Math.abs(e)<=w?t.same:e<0?t.less:t.more}function E({spread:{lower:e,upper:t,median:r,own:i}}){return n(`svg`,{class:`spread`,viewBox:`0 0 100 20`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:[n(`path`,{class:`spread-line`,d:`M0 10h100`}),n(`path`,{class:`spread-band`,d:`M${e} 3H${t}V17H${e}z`}),n(`path`,{class:`spread-median`,d:`M${r} 1v18`}),i!==null&&n(`path`,{class:`spread-own`,d:`M${i} 0v20`})]})}function D({homes:e}){let t=o(`comparison`).similar,{dwelling:r,heating:i,sizeFrom:a,sizeTo:s,sizeUnit:c,climateZone:l}=e;if(r===null||i===null)return null;let u=a===null||c===null?null:s===null?t.sizeOver[c](d.value.decimal(a,0)):t.size[c](d.value.decimal(a,0),d.value.decimal(s,0)),f=[t.dwellings[r],t.heatings[i],u,l===null?null:t.climateZone(l)];return n(`details`,{children:[n(`summary`,{children:t.who}),n(`p`,{children:[f.filter(e=>e!==null).join(`, `),`.`]}),n(`p`,{class:`muted`,children:[e.homes!==null&&`${t.homes(e.homes)} `,t.excluded]})]})}export{g as a,v as i,x as n,h as o,b as r,C as t};