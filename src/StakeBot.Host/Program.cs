using System.CommandLine;
using StakeBot.Host.Verbs;

RootCommand stakebot = new("StakeBot: the risk of your Numerai stakes, in chat. Without a verb it serves.")
{
    AskVerb.Command(),
    FrontierVerb.Command(),
    BacktestVerb.Command(),
    ServeVerb.Command(),
    LinkVerb.Command(),
    KeysVerb.Command(),
    DoctorVerb.Command(),
    BackupVerb.Command(),
    RestoreVerb.Command(),
    ExportVerb.Command(),
};
ServeVerb.Define(stakebot);

ParseResult line = stakebot.Parse(args);
return line.Errors.Count == 0 ? await line.InvokeAsync() : WrongUsage.Say(line);
