global using System.Drawing;
global using System.Windows.Forms;
