import{F as e,I as t,U as n,b as r,g as i,o as a,q as o,z as s}from"./app-OTJwUrPv.js";import{i as c}from"./data-DSYBbdRb.js";import{r as l}from"./form-BM1f1NbA.js";import{t as u}from"./phones-DAELRFWe.js";import{t as d}from"./preact-DiQsbUql.js";var f=i(`
  query CustomerService {
    retailer {
      phones {
        name
        number
        openingHours
      }
    }
  }
`),p={peruttu:`cancelled`,vanhentunut:`expired`,"ei-vastausta":`noAnswer`,hylatty:`refused`,"eri-henkilo":`otherPerson`,lukittu:`locked`};function m(){let i=o(`identification`),m=p[s.value.query.get(`syy`)??``]??`refused`,{title:h,text:g,next:_}=i.reasons[m],v=a.value.status===`in`,y=e(),{data:b}=c(f,{},{spoken:!0});return t(h),a.value.status===`unknown`?d(n,{}):d(`section`,{class:`form-page`,children:[d(`h1`,{ref:y,tabIndex:-1,children:h}),d(`p`,{children:g}),d(`p`,{children:_}),v?d(`a`,{class:`button button-wide`,href:r,children:i.toDetails}):m!==`locked`&&d(`div`,{class:`card form`,children:[d(l,{purpose:`SIGN_IN`,returnTo:`/`,label:i.again}),d(`a`,{class:`button button-quiet button-wide`,href:`/kirjaudu`,children:i.otherWay})]}),b&&d(`section`,{class:`service`,children:[d(`h2`,{class:`part-title`,children:i.service}),d(u,{phones:b.retailer.phones})]})]})}export{m as Page};