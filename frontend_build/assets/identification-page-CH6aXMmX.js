import{H as e,K as t,U as n,Z as r,g as i,o as a,tt as o,x as s}from"./app-WgkoDno2.js";import{l as c}from"./data-DKIEJbCy.js";import{r as l}from"./form-DI8wPJhX.js";import{t as u}from"./phones-DAELRFWe.js";import{t as d}from"./preact-DiQsbUql.js";var f=i(`
  query CustomerService {
    retailer {
      phones {
        name
        number
        openingHours
      }
    }
  }
`),p={peruttu:`cancelled`,vanhentunut:`expired`,"ei-vastausta":`noAnswer`,hylatty:`refused`,"eri-henkilo":`otherPerson`,lukittu:`locked`};function m(){let i=o(`identification`),m=p[t.value.query.get(`syy`)??``]??`refused`,{title:h,text:g,next:_}=i.reasons[m],v=a.value.status===`in`,y=e(),{data:b}=c(f,{},{spoken:!0});return n(h),a.value.status===`unknown`?d(r,{}):d(`section`,{class:`form-page`,children:[d(`h1`,{ref:y,tabIndex:-1,children:h}),d(`p`,{children:g}),d(`p`,{children:_}),v?d(`a`,{class:`button button-wide`,href:s,children:i.toDetails}):m!==`locked`&&d(`div`,{class:`card form`,children:[d(l,{purpose:`SIGN_IN`,returnTo:`/`,label:i.again}),d(`a`,{class:`button button-quiet button-wide`,href:`/kirjaudu`,children:i.otherWay})]}),b&&d(`section`,{class:`service`,children:[d(`h2`,{class:`part-title`,children:i.service}),d(u,{phones:b.retailer.phones})]})]})}export{m as Page};