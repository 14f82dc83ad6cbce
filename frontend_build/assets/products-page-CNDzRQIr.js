import{i as e,n as t,o as n,t as r}from"./prices-A6UVxEk0.js";import{H as i,V as a,Z as o,et as s,g as c,q as l}from"./app--XdLNIMd.js";import{l as u}from"./data-0wsBdGin.js";import{t as d}from"./phones-DAELRFWe.js";import{p as f,t as p}from"./preact-DiQsbUql.js";var m=c(`
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
  `,[n]);function h({product:n,children:i}){let a=s(`contracts`),{sale:o}=a;return p(`li`,{class:`card contract product`,children:[p(`h2`,{class:`contract-name`,children:[n.name,p(`span`,{class:`contract-kind`,children:a.kinds[n.kind]})]}),i,p(`div`,{class:`product-words`,children:[p(`p`,{children:n.description}),p(`p`,{class:`muted`,children:o.suits[n.kind]})]}),p(r,{of:n,prices:n.currentPrices}),p(`dl`,{class:`terms-facts`,children:[p(e,{label:a.facts.validity,children:n.termMonths===null?o.openEnded:o.months(n.termMonths)}),n.termMonths!==null&&n.atEnd&&p(e,{label:a.facts.atEnd,children:a.atEnd[n.atEnd]}),p(e,{label:a.facts.notice,children:t(n.noticeDays)})]})]})}function g(){let e=s(`contracts`).sale;i(e.title);let t=a(),n=u(m,{},{spoken:!0});return p(f,{children:[p(`h1`,{ref:t,tabIndex:-1,children:e.title}),p(`p`,{class:`lead`,children:e.lead}),n.failure&&p(l,{failure:n.failure,retry:n.retry,at:n.at}),n.data?p(f,{children:[p(`ul`,{class:`cards products`,role:`list`,children:n.data.products.map(e=>p(h,{product:e},e.id))}),p(`p`,{class:`hint foot`,children:s(`contracts`).prices.noNetwork}),p(`section`,{class:`card order`,"aria-labelledby":`order`,children:[p(`h2`,{id:`order`,children:e.order}),p(`p`,{children:e.orderHow}),p(d,{phones:n.data.retailer.phones})]})]}):n.loading&&p(_,{})]})}function _(){return p(o,{children:p(`div`,{class:`cards products`,children:[0,1,2,3].map(e=>p(`div`,{class:`card bone-contract`},e))})})}export{g as Page};