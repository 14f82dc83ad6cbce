import{g as e,nt as t}from"./app-BhYbjUjw.js";import{s as n}from"./data-DX79vbST.js";var r=e(`
  fragment Price on PriceComponent {
    kind
    amount
    unit
    vatRate
    vatIncluded
    validFrom
  }
`),i=e(`
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
  `,[r]);function a({amount:e,vatIncluded:t,vatRate:n}){return t?Number(e):Math.round(Number(e)*(100+Number(n))*1e3)/1e5}var o=[`ENERGY`,`DAY_ENERGY`,`NIGHT_ENERGY`,`WINTER_WEEKDAY_ENERGY`,`OTHER_ENERGY`,`MARGIN`,`MONTHLY_FEE`];function s(e){return[...e].sort((e,t)=>o.indexOf(e.kind)-o.indexOf(t.kind))}function c(e){return e>0&&e%7==0&&e<=28?{unit:`weeks`,count:e/7}:{unit:`days`,count:e}}function l(e){let n=t(`contracts`);if(e===null)return n.noNotice;let{unit:r,count:i}=c(e);return n[r](i)}function u(e,t){let r=n.value;return e.unit===`EUR_PER_MONTH`?`${r.money(a(e))}/${t}`:r.exactPrice(a(e))}export{r as a,i,u as n,s as r,l as t};