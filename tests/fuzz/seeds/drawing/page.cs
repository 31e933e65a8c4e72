%!CairoScript
<< /content //COLOR_ALPHA /width 595 /height 842 >> surface context
n 17 810.699219 556.5 11.25 rectangle
clip+
0.3 0.5 0.9 rgb set-source
n 20 812 100 9 rectangle
fill+
reset-clip
0 g set-source
1 -1 scale
[6.5 0 0 -6.5 0 0] set-font-matrix
<< /type 42 /index 0 /flags 10 /source <|!!#oYGb!T;#C~> >> font dup /f0 exch def set-font-face /scaled-font get /sf0 exch def
(a \) b) [20 -818 <~]]>>~> 2.5 <~!r~>] <~!<<~> //FORWARD show-text-glyphs
identity set-matrix
n 20 800 m 120.5 800 l 120.5 700 l 130 690 140 680 150 670 c h
[2 1] 0 set-dash
0.5 set-line-width
stroke+
n
  20 600 200 0.5 rectangle
  20 620 200 0.5 rectangle
  220 600 0.5 20.5 rectangle
fill+
pop
