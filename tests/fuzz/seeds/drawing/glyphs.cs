<< /content //COLOR_ALPHA /width 595 /height 842 >> surface context
dict
  /type 3 set
  /metrics [1 0 1 1 1] set
  /glyphs array set
  font dup /f3 exch def set-font-face /scaled-font get /sf3 exch def
f3 /glyphs get
1 <<
  /metrics [0 0 5 5 5 0]
  /render {
1 2 translate
<< /width 1 /height 1 /format //A1 /source <~}}~> >> image pattern mask
} >> set
pop pop
[1 2 [ 300 12 ] 0.4 [ 7 ] ] show-glyphs
[1 2 <~!!~> 3
