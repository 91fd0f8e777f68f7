package dev.musubi.listings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.musubi.listings",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule domain_knows_no_framework =
      classes()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "dev.musubi.model..", "dev.musubi.listings.domain..");

  @ArchTest
  static final ArchRule use_cases_know_neither_endpoints_nor_topics =
      noClasses()
          .that()
          .resideInAPackage("..listings.application..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..listings.web..", "..listings.messaging..", "..listings.persistence..");

  @ArchTest
  static final ArchRule only_what_keeps_rows_speaks_sql =
      noClasses()
          .that()
          .resideOutsideOfPackages("..persistence..", "..imports..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.jdbc..");

  @ArchTest
  static final ArchRule nothing_depends_on_the_http_interface =
      noClasses()
          .that()
          .resideOutsideOfPackage("..listings.web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.musubi.listings.web..");
}
