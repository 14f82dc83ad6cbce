import{Q as e,U as t,W as n,g as r,nt as i,o as a,q as o,x as s}from"./app-BhYbjUjw.js";import{l as c}from"./data-DX79vbST.js";import{r as l}from"./form-9nbxsXnI.js";import{t as u}from"./phones-DAELRFWe.js";import{t as d}from"./preact-DiQsbUql.js";var f=r(`
  query CustomerService {
    retailer {
      phones {
        name
        number
        openingHours
      }
    }
  }
`),p={peruttu:`cancelled`,vanhentunut:`expired`,"ei-vastausta":`noAnswer`,hylatty:`refused`,"eri-henkilo":`otherPerson`,lukittu:`locked`};function m(){let r=i(`identification`),m=p[o.value.query.get(`syy`)??``]??`refused`,{title:h,text:g,next:_}=r.reasons[m],v=a.value.status===`in`,y=t(),{data:b}=c(f,{},{spoken:!0});return n(h),a.value.status===`unknown`?d(e,{}):d(`section`,{class:`form-page`,children:[d(`h1`,{ref:y,tabIndex:-1,children:h}),d(`p`,{children:g}),d(`p`,{children:_}),v?d(`a`,{class:`button button-wide`,href:s,children:r.toDetails}):m!==`locked`&&d(`div`,{class:`card form`,children:[d(l,{purpose:`SIGN_IN`,returnTo:`/`,label:r.again}),d(`a`,{class:`button button-quiet button-wide`,href:`/kirjaudu`,children:r.otherWay})]}),b&&d(`section`,{class:`service`,children:[d(`h2`,{class:`part-title`,children:r.service}),d(u,{phones:b.retailer.phones})]})]})}export{m as Page};