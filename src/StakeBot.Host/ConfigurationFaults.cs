using Microsoft.Extensions.Options;
using StakeBot.Adapters.Files;
using StakeBot.Core.Proposals;

namespace StakeBot.Host;

/// <summary>Everything that is wrong with settings and policies, found before anything is started.</summary>
internal static class ConfigurationFaults
{
    public static IReadOnlyList<string> Of(IServiceProvider services) => [.. Settings(services), .. Policies(services)];

    public static string Describe(IReadOnlyList<string> faults, string consequence) =>
        $"The configuration is wrong:\n{string.Join('\n', faults.Select(fault => $"- {fault}"))}\n{consequence}";

    private static IEnumerable<string> Settings(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return one.Failures;
        }
        catch (AggregateException several)
        {
            return several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(one => one.Failures);
        }
    }

    private static IReadOnlyList<string> Policies(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<PolicyBook>();
            return [];
        }
        catch (PoliciesFolderException wrong)
        {
            return wrong.Problems;
        }
    }
}
