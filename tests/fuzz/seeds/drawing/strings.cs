%!CairoScript
<< /content //COLOR_ALPHA /width 600 /height 400 >> surface context
% string 100000 200000
n 10 20 100 50 rectangle
clip+
paint
% end of string
% string -1 99999999999999999999
paint paint
% string 
% string 1
% string 1 
paint
% end of string% string 5 5
pop
% string 7 7
% again 3 4
% string 100000 200000
paint
% end of string
% again 110000 200000
% again 1
% again -99999999999999 7
