import{p as e,t}from"./preact-DiQsbUql.js";import{et as n,g as r}from"./app--XdLNIMd.js";import{s as i}from"./data-0wsBdGin.js";var a=r(`
  fragment Price on PriceComponent {
    kind
    amount
    unit
    vatRate
    vatIncluded
    validFrom
  }
`),o=r(`
    query Contracts {
      viewer {
        customers {
          id
          contracts(first: 100) {
            pageInfo {
              hasNextPage
            }
            nodes {
              id
              number
              status
              startDate
              endDate
              noticeDays
              atEnd
              concludedOn
              confirmedOn
              objectionUntil
              withdrawalUntil
              termsVersion
              spotShare
              energyPriceFloor
              product {
                id
                name
                kind
                termMonths
              }
              meteringPoint {
                id
                name
                gsrn
                address {
                  street
                  postalCode
                  city
                }
              }
              currentPrices {
                ...Price
              }
              prices {
                ...Price
              }
              confirmation {
                url
                mediaType
              }
            }
          }
        }
      }
    }
  `,[a]);function s({label:e,children:n}){return t(`div`,{children:[t(`dt`,{children:e}),t(`dd`,{children:n})]})}function c({amount:e,vatIncluded:t,vatRate:n}){return t?Number(e):Math.round(Number(e)*(100+Number(n))*1e3)/1e5}var l=[`ENERGY`,`DAY_ENERGY`,`NIGHT_ENERGY`,`WINTER_WEEKDAY_ENERGY`,`OTHER_ENERGY`,`MARGIN`,`MONTHLY_FEE`];function u(e){return[...e].sort((e,t)=>l.indexOf(e.kind)-l.indexOf(t.kind))}function d(e){return e>0&&e%7==0&&e<=28?{unit:`weeks`,count:e/7}:{unit:`days`,count:e}}function f(e){let t=n(`contracts`);if(e===null)return t.noNotice;let{unit:r,count:i}=d(e);return t[r](i)}function p(e){let t=i.value;return e.unit===`EUR_PER_MONTH`?`${t.money(c(e))}/${n(`contracts`).prices.month}`:t.exactPrice(c(e))}function m({of:r,prices:a}){let o=n(`contracts`).prices,s=i.value,c=u(a).map(e=>({price:e,label:h(e,r),value:t(g,{price:e,of:r})}));return t(e,{children:[t(`dl`,{class:`prices`,children:c.map(({price:e,label:n,value:r})=>t(`div`,{children:[t(`dt`,{children:n}),t(`dd`,{children:r})]},e.kind))}),t(`p`,{class:`hint`,children:[o.vat(_(a)),r.energyPriceFloor!==null&&` ${Number(r.energyPriceFloor)===0?o.neverNegative:o.floor(s.exactPrice(r.energyPriceFloor))}`]})]})}function h(e,{kind:t,spotShare:r}){let a=n(`contracts`).prices;if(t===`SPOT_AND_FIXED`&&r!==null){let t=Number(r);if(e.kind===`ENERGY`)return a.fixedShare(i.value.percent(1-t));if(e.kind===`MARGIN`)return a.spotShare(i.value.percent(t))}return a.kinds[e.kind]}function g({price:r,of:i}){let a=n(`contracts`).prices,o=t(`strong`,{children:p(r)});return r.kind===`MARGIN`?t(e,{children:[a.spot,` + `,o]}):r.kind===`ENERGY`&&i.kind===`CONSUMPTION_IMPACT`?t(e,{children:[o,` ± `,a.impact]}):o}function _(e){return[...new Set(e.map(({vatRate:e})=>Number(e)))].map(e=>i.value.vatRate(String(e))).join(`, `)}export{o as a,s as i,f as n,a as o,p as r,m as t};