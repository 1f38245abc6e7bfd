Console.WriteLine("StakeBot");
