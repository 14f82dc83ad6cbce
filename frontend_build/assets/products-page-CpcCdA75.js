import{t as e}from"./rolldown-runtime-DK3Fl9T5.js";import{d as t,o as n,p as r,t as i}from"./preact-DiQsbUql.js";import{a,t as o}from"./terms-text-CXTsn6dY.js";import{$ as s,B as c,U as l,W as u,Y as d,g as f,nt as p,o as m,q as h,rt as g}from"./app-BhYbjUjw.js";import{l as _}from"./data-DX79vbST.js";import{t as v}from"./phones-DAELRFWe.js";import{n as y,t as b}from"./prices-DUixA-Wd.js";var x=f(`
    query Products {
      products {
        id
        name
        kind
        description
        termMonths
        noticeDays
        atEnd
        spotShare
        energyPriceFloor
        currentPrices {
          ...Price
        }
      }
      retailer {
        phones {
          name
          number
          openingHours
        }
      }
    }
  `,[a]),S=f(`
  query LastYearWithProducts($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on MeteringPoint {
        activeContract {
          id
          product {
            id
          }
        }
        lastYearWithProducts {
          from
          to
          energyKwh
          knownShare
          actual {
            amount
          }
          products {
            product {
              id
            }
            energyCost {
              amount
            }
            basicFees {
              amount
            }
            total {
              amount
            }
            status
          }
        }
      }
    }
  }
`);function C({product:e,children:t}){let n=p(`contracts`),{sale:r}=n;return i(`li`,{class:`card contract product`,children:[i(`h2`,{class:`contract-name`,children:[e.name,i(`span`,{class:`contract-kind`,children:n.kinds[e.kind]})]}),t,i(`div`,{class:`product-words`,children:[i(`p`,{children:e.description}),i(`p`,{class:`muted`,children:r.suits[e.kind]})]}),i(b,{of:e,prices:e.currentPrices}),i(`dl`,{class:`terms-facts`,children:[i(y,{label:n.facts.validity,children:e.termMonths===null?r.openEnded:r.months(e.termMonths)}),e.termMonths!==null&&e.atEnd&&i(y,{label:n.facts.atEnd,children:n.atEnd[e.atEnd]}),i(y,{label:n.facts.notice,children:o(e.noticeDays)})]})]})}var w=e({Page:()=>T});function T(){let e=p(`contracts`).sale;u(e.title);let t=l(),n=_(x,{},{spoken:!0});return i(r,{children:[i(`h1`,{ref:t,tabIndex:-1,children:e.title}),i(`p`,{class:`lead`,children:e.lead}),n.failure&&i(d,{failure:n.failure,retry:n.retry,at:n.at}),n.data?i(r,{children:[i(D,{products:n.data.products}),i(`p`,{class:`hint foot`,children:p(`contracts`).prices.noNetwork}),i(`section`,{class:`card order`,"aria-labelledby":`order`,children:[i(`h2`,{id:`order`,children:e.order}),i(`p`,{children:e.orderHow}),i(v,{phones:n.data.retailer.phones})]})]}):n.loading&&i(O,{})]})}var E=null;function D({products:e}){let{status:a}=m.value,[,o]=t(E);return n(()=>{a!==`in`||E||g(()=>import(`./last-year-Xf_6CYJd.js`).then(e=>o(E=e),()=>{}),[])},[a]),a===`in`&&E?i(E.ProductsForPoint,{products:e}):i(r,{children:[a===`out`&&i(`p`,{children:i(`a`,{href:c(h.value.href),children:p(`contracts`).lastYear.signIn})}),i(`ul`,{class:`cards products`,role:`list`,children:e.map(e=>i(C,{product:e},e.id))})]})}function O(){return i(s,{children:i(`div`,{class:`cards products`,children:[0,1,2,3].map(e=>i(`div`,{class:`card bone-contract`},e))})})}export{T as Page,C as n,S as r,w as t};